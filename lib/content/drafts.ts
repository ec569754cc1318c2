import type { Actor, Editor } from "../actor.ts";
import type { Context } from "../context.ts";
import { recordAudit } from "../audit/audit.ts";
import { checkAuthority } from "../authority.ts";
import { iso } from "../clock.ts";
import { newRevision } from "../crypto/ids.ts";
import { AppError, notFound } from "../errors.ts";
import { digestOf } from "../long_texts.ts";
import type { List } from "../schemas/common.ts";
import type {
  ContentDraft,
  ContentItem,
  ContentView,
  DraftInput,
  VersionView,
} from "../schemas/content.ts";
import { commit } from "../store/commit.ts";
import { noteContentChange } from "./changes.ts";
import {
  type Also,
  changedMeanwhile,
  updateContent,
  type WithPassages,
} from "./content.ts";
import { loadVersions } from "./history.ts";
import {
  getContent,
  readDraft,
  requireItem,
  requireItemWithBody,
} from "./listing.ts";
import {
  deleteRevision,
  readBody,
  revisionExpiry,
  writeText,
} from "./texts.ts";

/**
 * Saves a draft beside the published version, replacing an earlier draft; an item never published is changed itself.
 * Throws `conflict` if another change came between, and `payload_too_large` if the twin has no room for it.
 */
export async function saveDraft(
  app: Context & WithPassages,
  editor: Editor,
  twin_id: string,
  content_id: string,
  input: DraftInput,
  also?: Also,
): Promise<ContentView> {
  const read = await requireItemWithBody(app, editor, twin_id, content_id);
  const { entry } = read;
  const item = entry.value;
  if (item.is_draft) {
    return await updateContent(app, editor, twin_id, content_id, input, also);
  }
  const before = await readDraft(app.kv, item) ??
    { title: item.title, body: read.body };
  const { title, body } = { ...before, ...input };
  const now = app.clock.now();
  const draft: ContentDraft = {
    ...{ title, revision: newRevision(now), characters: body.length },
    digest: await digestOf(body),
    updated_at: iso(now),
  };
  await app.quota.within(
    { ...item, draft },
    item,
    async () => {
      const op = app.kv.atomic();
      const revised = { ...item, revision: draft.revision };
      await writeText(app.kv, op, revised, { body, passages: [] }, now);
      await replaceDraft(app, editor, op, entry, draft, also);
    },
    draft.revision,
  );
  return await getContent(app, editor, twin_id, content_id);
}

/** Discards the draft beside an item. Throws `conflict` if there is none. */
export async function discardDraft(
  app: Context,
  editor: Editor,
  twin_id: string,
  content_id: string,
): Promise<void> {
  const entry = await requireItem(app, editor, twin_id, content_id);
  if (!entry.value.draft) throw noDraft();
  await replaceDraft(app, editor, app.kv.atomic(), entry, undefined);
}

async function replaceDraft(
  app: Context,
  editor: Editor,
  op: Deno.AtomicOperation,
  entry: Deno.KvEntry<ContentItem>,
  draft: ContentDraft | undefined,
  also?: Also,
): Promise<void> {
  const { draft: old, ...item } = entry.value;
  const next: ContentItem = { ...item, ...draft ? { draft } : {} };
  await checkAuthority(app, op, editor);
  op.check(entry).set(entry.key, next);
  const former = old && { ...item, revision: old.revision };
  if (former) {
    op.set(revisionExpiry(former, app.clock.now()), former.revision);
  }
  recordAudit(app, op, editor, {
    action: draft ? "content.drafted" : "content.draft_discarded",
    id: item.id,
    name: item.title,
  });
  const now_ms = app.clock.now();
  noteContentChange(op, item.twin_id, {
    ...{ content_id: item.id, now_ms },
    revision: draft?.revision ?? newRevision(now_ms),
  });
  also?.(op, next);
  if (!(await commit(op)).ok) {
    if (draft) await deleteRevision(app.kv, { ...item, ...draft, id: item.id });
    await checkAuthority(app, app.kv.atomic(), editor);
    throw changedMeanwhile();
  }
  if (former) await deleteRevision(app.kv, former);
}

/** Publishes the draft beside an item, or an item never published. Throws `conflict` if there is no draft. */
export async function publishDraft(
  app: Context & WithPassages,
  editor: Editor,
  twin_id: string,
  content_id: string,
): Promise<ContentView> {
  const { value } = await requireItem(app, editor, twin_id, content_id);
  const draft = await readDraft(app.kv, value);
  if (!draft && !value.is_draft) throw noDraft();
  const { title, body } = draft ?? {};
  return await updateContent(app, editor, twin_id, content_id, {
    ...draft ? { title, body } : {},
    publishes: { revision: value.draft?.revision },
  });
}

function noDraft(): AppError {
  return new AppError("conflict", "This item has no draft.");
}

/** Lists the earlier versions of an item, up to 20, newest first. */
export async function listVersions(
  app: Context,
  actor: Actor,
  twin_id: string,
  content_id: string,
): Promise<List<VersionView>> {
  const { value } = await requireItem(app, actor, twin_id, content_id);
  const items = (await loadVersions(app.kv, value))
    .map(({ n, title, characters, saved_at }) => ({
      ...{ n, title, characters, saved_at },
    }));
  return { items, next_cursor: null };
}

/** Reads an earlier version. Throws `not_found`. */
export async function readVersion(
  app: Context,
  actor: Actor,
  { twin_id, content_id, n }: {
    twin_id: string;
    content_id: string;
    n: number;
  },
): Promise<{ title: string; body: string }> {
  const { value } = await requireItem(app, actor, twin_id, content_id);
  const version = (await loadVersions(app.kv, value))
    .find((one) => one.n === n);
  const body = version && await readBody(app.kv, { ...version, id: value.id });
  if (!version || typeof body !== "string") throw notFound("version");
  return { title: version.title, body };
}

/**
 * Publishes an earlier version again; the one replaced becomes an earlier version too. A draft is kept. Throws
 * `not_found`.
 */
export async function restoreVersion(
  app: Context & WithPassages,
  editor: Editor,
  of: { twin_id: string; content_id: string; n: number },
): Promise<ContentView> {
  const { title, body } = await readVersion(app, editor, of);
  const { twin_id, content_id } = of;
  return await updateContent(app, editor, twin_id, content_id, { title, body });
}
