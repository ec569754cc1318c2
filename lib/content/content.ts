import { addChangeEvents } from "./change_events.ts";
import type { Editor } from "../actor.ts";
import type { Context } from "../context.ts";
import type { WithCutter } from "./cutter.ts";
import type { WithQuota } from "./quota.ts";
import { recordAudit } from "../audit/audit.ts";
import { carriedOut, checkAuthority, noteMade } from "../authority.ts";
import { iso } from "../clock.ts";
import { deleteRevision, revisionExpiry, writeText } from "./texts.ts";
import { noteContentChange } from "./changes.ts";
import { resolveChannels } from "./channels.ts";
import { AppError } from "../errors.ts";
import type {
  ContentItem,
  ContentView,
  CreateContent,
  UpdateContentInput,
} from "../schemas/content.ts";
import { keys } from "../store/keys.ts";
import { newId, newRevision } from "../crypto/ids.ts";
import { digestOf } from "../long_texts.ts";
import { requestContentWork } from "../models/content_work.ts";
import { getTwin, requireTwin } from "../twins/twins.ts";
import { commit } from "../store/commit.ts";
import { requireItemWithBody, viewContent } from "./listing.ts";
import { pageStarts } from "../imports/page_marks.ts";
import { trimDeleted } from "./deleted.ts";
import { findDuplicate } from "./duplicates.ts";
import { keepVersion } from "./history.ts";
import { setOpen } from "./places.ts";

/** How often a change is retried if only background notes about the item were written meanwhile. */
const MAX_TRIES = 5;

/** What storing a text needs: cutting it into passages, and counting them. */
export type WithPassages = WithCutter & WithQuota;

/** Adds further changes to the commit that switches to an item. */
export type Also = (op: Deno.AtomicOperation, item: ContentItem) => void;

/** Creates an item, with `duplicate_of` if the twin already had the same text. One commit makes it answerable. */
export async function createContent(
  app: Context & WithPassages,
  editor: Editor,
  twin_id: string,
  input: CreateContent,
  also?: Also,
): Promise<ContentView> {
  await requireTwin(app, editor, twin_id);
  await trimDeleted(app, twin_id);
  const now = app.clock.now();
  const digest = await digestOf(input.body);
  const duplicate_of = await findDuplicate(app, twin_id, { ...input, digest });
  const item: ContentItem = {
    id: newId("cnt", now),
    tenant_id: editor.tenant_id,
    twin_id,
    title: input.title,
    visibility: input.visibility,
    ...await resolveChannels(app, twin_id, input.channels),
    ...(input.kind === "pair" ? { kind: input.kind } : {}),
    ...(input.is_draft ? { is_draft: true } : {}),
    source_url: input.source_url ?? null,
    revision: newRevision(now),
    digest,
    characters: input.body.length,
    passages: 0,
    created_at: iso(now),
    updated_at: iso(now),
  };
  const stored = await switchTo(app, editor, item, input.body, null, also);
  const view = { ...viewContent(stored), body: input.body };
  return duplicate_of ? { ...view, duplicate_of } : view;
}

/**
 * Commits an item with its text: new, or replacing `previous` if that is unchanged. Throws `payload_too_large` if the
 * twin has no room for it.
 */
async function switchTo(
  app: Context & WithPassages,
  editor: Editor,
  next: ContentItem,
  body: string,
  previous: Deno.KvEntry<ContentItem> | null,
  also?: Also,
): Promise<ContentItem> {
  // No answers come from a draft.
  const passages = next.is_draft ? [] : await app.cutter.cut(body);
  const pages = pageStarts(body, passages);
  const item = { ...next, passages: passages.length, pages };
  return await app.quota.within(
    item,
    previous?.value ?? null,
    () => commitText(app, editor, item, { body, passages }, previous, also),
  );
}

async function commitText(
  app: Context,
  editor: Editor,
  item: ContentItem,
  text: { body: string; passages: string[] },
  previous: Deno.KvEntry<ContentItem> | null,
  also?: Also,
): Promise<ContentItem> {
  const { kv } = app;
  const now = app.clock.now();
  const op = kv.atomic();
  await checkAuthority(app, op, editor);
  const old = previous?.value;
  const left = old ? await keepVersion(kv, op, old, item) : [];
  await writeText(kv, op, item, text, now);
  op.check({
    key: keys.content(item.twin_id, item.id),
    versionstamp: previous?.versionstamp ?? null,
  });
  op.set(keys.content(item.twin_id, item.id), item);
  setOpen(op, item, previous?.value);
  if (old) forget(op, old, left, now);
  op.set([...keys.contentByDigest(item.twin_id, item.digest), item.id], true);
  const { revision } = item;
  noteContentChange(op, item.twin_id, {
    content_id: item.id,
    revision,
    now_ms: now,
  });
  await requestWorkFor(app, op, item.twin_id);
  await addChangeEvents(app, op, item.twin_id, item.id);
  recordAudit(app, op, editor, {
    action: previous ? "content.updated" : "content.created",
    id: item.id,
    name: item.title,
  });
  also?.(op, item);
  noteMade(op, editor, item);
  if (!(await commit(op)).ok) {
    await deleteRevision(kv, item);
    // If the actor's right was revoked, report that instead.
    await checkAuthority(app, kv.atomic(), editor);
    throw changedMeanwhile();
  }
  carriedOut(editor);
  for (const revision of left) await deleteRevision(kv, { ...item, revision });
  return item;
}

export function changedMeanwhile(): AppError {
  return new AppError(
    "conflict",
    "Someone else changed this item at the same time. Reload it and make your change again.",
  );
}

/** Adds the background work for a new text to a commit. */
export async function requestWorkFor(
  app: Context,
  op: Deno.AtomicOperation,
  twin_id: string,
): Promise<void> {
  const twin = await getTwin(app, twin_id);
  if (twin) requestContentWork(app, op, twin);
}

/** Changes to an item. An item never published stays a draft, and a draft beside it is kept. */
type ContentChange = UpdateContentInput & {
  /**
   * Publishes the draft with this revision (undefined: none existed) and leaves no draft. Throws `conflict` if there
   * is another one by now.
   */
  publishes?: { revision: string | undefined };
};

/** Drops a revision's index entries, and notes its texts for the sweep in case this process ends now. */
function forget(
  op: Deno.AtomicOperation,
  old: ContentItem,
  left: string[],
  now: number,
): void {
  op.delete([...keys.contentByDigest(old.twin_id, old.digest), old.id]);
  for (const revision of left) {
    op.set(revisionExpiry({ ...old, revision }, now), revision);
  }
}

/**
 * Changes the given fields. Text and visibility switch in one commit, under a new revision. Throws `conflict` if
 * another change came between.
 */
export async function updateContent(
  app: Context & WithPassages,
  editor: Editor,
  twin_id: string,
  content_id: string,
  input: ContentChange,
  also?: Also,
): Promise<ContentView> {
  for (let tries = 1;; tries++) {
    const read = await requireItemWithBody(app, editor, twin_id, content_id);
    try {
      return await changeText(app, editor, read, input, also);
    } catch (error) {
      const { revision } = read.entry.value;
      // Background notes about the text are not someone else's change.
      const is_own = error instanceof AppError && error.code === "conflict" &&
        (await app.kv.get<ContentItem>(read.entry.key)).value?.revision ===
          revision;
      if (!is_own || tries === MAX_TRIES) throw error;
    }
  }
}

async function changeText(
  app: Context & WithPassages,
  editor: Editor,
  { entry, body: old_body }: { entry: Deno.KvEntry<ContentItem>; body: string },
  input: ContentChange,
  also?: Also,
): Promise<ContentView> {
  const { body = old_body, channels, publishes, ...fields } = input;
  const { channels: old_channels, questions, foreseen, ...old } = entry.value;
  const { is_draft: _, draft: __, ...published } = old;
  if (publishes && publishes.revision !== old.draft?.revision) {
    throw changedMeanwhile();
  }
  const rest = publishes ? published : old;
  const digest = await digestOf(body);
  // Generated questions belong to the text they were generated from.
  const is_known = foreseen === "owner" || foreseen === digest;
  const now = app.clock.now();
  const kept = channels === undefined && old_channels
    ? { channels: old_channels }
    : await resolveChannels(app, rest.twin_id, channels);
  const item: ContentItem = {
    ...rest,
    ...kept,
    ...is_known ? { questions, foreseen } : {},
    ...fields,
    ...fields.questions ? { foreseen: "owner" } : {},
    revision: newRevision(now),
    digest,
    characters: body.length,
    updated_at: iso(now),
  };
  const stored = await switchTo(app, editor, item, body, entry, also);
  return { ...viewContent(stored), body };
}
