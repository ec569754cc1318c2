import type { Actor, Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import type { WithCutter } from "./cutter.ts";
import type { WithQuota } from "./quota.ts";
import { recordAudit } from "../audit.ts";
import { checkAuthority } from "../authority.ts";
import { iso } from "../clock.ts";
import {
  deleteRevision,
  readBody,
  revisionExpiry,
  writeText,
} from "./texts.ts";
import { noteContentChange } from "./changes.ts";
import { resolveChannels } from "./channels.ts";
import { AppError, notFound } from "../errors.ts";
import type { List, ListQuery } from "../schemas/common.ts";
import type {
  ContentItem,
  ContentSummaryView,
  ContentView,
  CreateContent,
  PublicContent,
  UpdateContentInput,
} from "../schemas/content.ts";
import { type Key, keys } from "../store/keys.ts";
import { listPage } from "../store/list.ts";
import { newId, newRevision } from "../crypto/ids.ts";
import { digestOf } from "../long_texts.ts";
import { requestContentWork } from "../models/content_work.ts";
import { getTwin, requireTwin } from "../twins/twins.ts";
import { commit } from "../store/commit.ts";

/** A change is begun anew so often where only notes of the item came between. */
const MAX_TRIES = 5;

/** What storing a text takes: it is cut into passages, and they are counted. */
export type WithPassages = WithCutter & WithQuota;

/** What else belongs to the commit that switches to an item. */
type Also = (op: Deno.AtomicOperation) => void;

/** A new item, with `duplicate_of` when the twin held the same text already. One commit makes it answerable. */
export async function createContent(
  app: Context & WithPassages,
  owner: Owner,
  twin_id: string,
  input: CreateContent,
  also?: Also,
): Promise<ContentView> {
  await requireTwin(app, owner, twin_id);
  const now = app.clock.now();
  const digest = await digestOf(input.body);
  const duplicate_of = await findDuplicate(app, twin_id, { ...input, digest });
  const item: ContentItem = {
    id: newId("cnt", now),
    tenant_id: owner.tenant_id,
    twin_id,
    title: input.title,
    visibility: input.visibility,
    ...await resolveChannels(app, twin_id, input.channels),
    ...(input.kind === "pair" ? { kind: input.kind } : {}),
    source_url: input.source_url ?? null,
    revision: newRevision(now),
    digest,
    characters: input.body.length,
    passages: 0,
    created_at: iso(now),
    updated_at: iso(now),
  };
  const stored = await switchTo(app, owner, item, input.body, null, also);
  return {
    ...viewContent(stored),
    body: input.body,
    ...(duplicate_of ? { duplicate_of } : {}),
  };
}

/** Items of one text that are looked at: many pairs may have the same short answer. */
const MAX_ALIKE = 100;

/**
 * The id of an item that says the same: the same text (by its SHA-256), and where it is a pair to the same question.
 * Undefined for none.
 */
export async function findDuplicate(
  app: Context,
  twin_id: string,
  { digest, kind, title }: Pick<ContentItem, "digest" | "kind" | "title">,
): Promise<string | undefined> {
  const prefix = [...keys.contentsByDigest(twin_id), digest];
  for await (const { key } of app.kv.list({ prefix }, { limit: MAX_ALIKE })) {
    const id = String(key[3]);
    if (kind !== "pair") return id;
    const { value } = await app.kv.get<ContentItem>(keys.content(twin_id, id));
    if (value?.kind !== "pair" || value.title === title) return id;
  }
}

/**
 * Commits an item with its text: new, or in the place of `previous` as long as that is unchanged. Throws
 * `payload_too_large` where the twin has no room for it.
 */
async function switchTo(
  app: Context & WithPassages,
  owner: Owner,
  next: ContentItem,
  body: string,
  previous: Deno.KvEntry<ContentItem> | null,
  also?: Also,
): Promise<ContentItem> {
  const passages = await app.cutter.cut(body);
  const item = { ...next, passages: passages.length };
  return await app.quota.within(
    item,
    previous?.value ?? null,
    () => commitText(app, owner, item, { body, passages }, previous, also),
  );
}

async function commitText(
  app: Context,
  owner: Owner,
  item: ContentItem,
  text: { body: string; passages: string[] },
  previous: Deno.KvEntry<ContentItem> | null,
  also?: Also,
): Promise<ContentItem> {
  const { kv } = app;
  const now = app.clock.now();
  const op = kv.atomic();
  await checkAuthority(app, op, owner);
  await writeText(kv, op, item, text, now);
  op.check({
    key: keys.content(item.twin_id, item.id),
    versionstamp: previous?.versionstamp ?? null,
  });
  op.set(keys.content(item.twin_id, item.id), item);
  setOpen(op, item, previous?.value);
  if (previous) forget(op, previous.value, now);
  op.set([...keys.contentByDigest(item.twin_id, item.digest), item.id], true);
  const { revision } = item;
  noteContentChange(op, item.twin_id, {
    content_id: item.id,
    revision,
    now_ms: now,
  });
  await requestWorkFor(app, op, item.twin_id);
  recordAudit(app, op, owner, {
    action: previous ? "content.updated" : "content.created",
    id: item.id,
    name: item.title,
  });
  also?.(op);
  if (!(await commit(op)).ok) {
    await deleteRevision(kv, item);
    // Where it was the actor's right that changed, that is said.
    await checkAuthority(app, kv.atomic(), owner);
    throw new AppError(
      "conflict",
      "Somebody else changed this item at the same moment. Look at it again and repeat your change.",
    );
  }
  if (previous) await deleteRevision(kv, previous.value);
  return item;
}

/** Adds to a commit what is to be done in the background for a text that was not there before. */
export async function requestWorkFor(
  app: Context,
  op: Deno.AtomicOperation,
  twin_id: string,
): Promise<void> {
  const twin = await getTwin(app, twin_id);
  if (twin) requestContentWork(app, op, twin);
}

/** The places in which visitors find an item: the public one, or those of its channels; none for a private item. */
function placesOf({ twin_id, id, visibility, channels }: ContentItem): Key[] {
  if (visibility === "private") return [];
  return channels?.map((channel) =>
    keys.limitedContent(twin_id, channel, id)
  ) ??
    [keys.publicContent(twin_id, id)];
}

/** What a reader is told of an item. */
export function entryOf(item: ContentItem): PublicContent {
  const { revision, title, source_url, kind, questions } = item;
  return {
    ...{ revision, title, source_url },
    ...kind ? { kind } : {},
    ...questions?.length ? { questions } : {},
  };
}

/** Adds to a commit that an item is found in its places, and no longer in those of `previous`. */
export function setOpen(
  op: Deno.AtomicOperation,
  item: ContentItem,
  previous?: ContentItem,
): void {
  if (previous) setClosed(op, previous);
  const entry = entryOf(item);
  for (const key of placesOf(item)) op.set(key, entry);
}

/** Adds to a commit that no visitor finds an item any more. */
export function setClosed(op: Deno.AtomicOperation, item: ContentItem): void {
  for (const key of placesOf(item)) op.delete(key);
}

/** Drops what a revision is found by, and notes its text for the sweep should this process end now. */
function forget(op: Deno.AtomicOperation, item: ContentItem, now: number) {
  op.delete([...keys.contentByDigest(item.twin_id, item.digest), item.id]);
  op.set(revisionExpiry(item, now), item.revision);
}

/** The twin's items, newest first, without their texts. */
export async function listContent(
  app: Context,
  actor: Actor,
  twin_id: string,
  query: ListQuery,
): Promise<List<ContentSummaryView>> {
  await requireTwin(app, actor, twin_id);
  const prefix = keys.contents(twin_id);
  const page = await listPage<ContentItem>(app.kv, prefix, query);
  return {
    next_cursor: page.next_cursor,
    items: page.items.map(({ value }) => viewContent(value)),
  };
}

export async function requireItem(
  app: Context,
  actor: Actor,
  twin_id: string,
  content_id: string,
): Promise<Deno.KvEntry<ContentItem>> {
  await requireTwin(app, actor, twin_id);
  const entry = await app.kv.get<ContentItem>(
    keys.content(twin_id, content_id),
  );
  if (entry.value === null) throw notFound("item");
  return entry;
}

/** The item and its body, of one and the same revision. */
async function requireItemWithBody(
  app: Context,
  actor: Actor,
  twin_id: string,
  content_id: string,
): Promise<{ entry: Deno.KvEntry<ContentItem>; body: string }> {
  for (let tries = 0; tries < 5; tries++) {
    const entry = await requireItem(app, actor, twin_id, content_id);
    const body = await readBody(app.kv, entry.value);
    if (body !== null) return { entry, body };
  }
  throw new AppError(
    "unavailable",
    "This item is being changed right now. Try again in a moment.",
  );
}

export async function getContent(
  app: Context,
  actor: Actor,
  twin_id: string,
  content_id: string,
): Promise<ContentView> {
  const { entry, body } = await requireItemWithBody(
    app,
    actor,
    twin_id,
    content_id,
  );
  return { ...viewContent(entry.value), body };
}

/**
 * Changes the given fields. The text and its visibility switch in one commit, under a new revision. Throws
 * `conflict` when another change came between.
 */
export async function updateContent(
  app: Context & WithPassages,
  owner: Owner,
  twin_id: string,
  content_id: string,
  input: UpdateContentInput,
  also?: Also,
): Promise<ContentView> {
  for (let tries = 1;; tries++) {
    const read = await requireItemWithBody(app, owner, twin_id, content_id);
    try {
      return await changeText(app, owner, read, input, also);
    } catch (error) {
      const { revision } = read.entry.value;
      // What is noted of a text in the background is nobody else's change.
      const is_own = error instanceof AppError && error.code === "conflict" &&
        (await app.kv.get<ContentItem>(read.entry.key)).value?.revision ===
          revision;
      if (!is_own || tries === MAX_TRIES) throw error;
    }
  }
}

async function changeText(
  app: Context & WithPassages,
  owner: Owner,
  { entry, body: old_body }: { entry: Deno.KvEntry<ContentItem>; body: string },
  input: UpdateContentInput,
  also?: Also,
): Promise<ContentView> {
  const { body = old_body, channels, ...fields } = input;
  const { channels: old_channels, questions, foreseen, ...rest } = entry.value;
  const digest = await digestOf(body);
  // What a model foresaw, it foresaw of the text that it read.
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
  const stored = await switchTo(app, owner, item, body, entry, also);
  return { ...viewContent(stored), body };
}

export function viewContent(item: ContentItem): ContentSummaryView {
  return {
    id: item.id,
    twin_id: item.twin_id,
    title: item.title,
    visibility: item.visibility,
    channels: item.channels ?? null,
    kind: item.kind ?? "text",
    source_url: item.source_url,
    questions: item.questions ?? [],
    characters: item.characters,
    passages: item.passages,
    created_at: item.created_at,
    updated_at: item.updated_at,
  };
}
