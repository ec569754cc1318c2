import type { Context } from "../context.ts";
import { HOUR } from "../clock.ts";
import type { ContentItem } from "../schemas/content.ts";
import { commit } from "../store/commit.ts";
import { expiryKey } from "../store/expiries.ts";
import { type Key, keys } from "../store/keys.ts";
import { deleteAll, getAll } from "../store/list.ts";
import { loadVersions } from "./history.ts";

/** A value holds 65,536 bytes, and a string may take two bytes per character. */
const CHUNK_CHARACTERS = 30_000;
/** A commit holds 800 KiB. */
const COMMIT_CHARACTERS = 300_000;

type Chunk = { key: Key; value: string | string[]; characters: number };

type TextOf = Pick<
  ContentItem,
  "id" | "twin_id" | "revision" | "visibility" | "channels"
>;

/** The key of an item's passages: those open to all, to some channels and to no visitor never share a prefix. */
export function passagesKey(
  { visibility, channels, twin_id, id, revision }: TextOf,
): Key {
  if (visibility === "private") {
    return keys.privatePassages(twin_id, id, revision);
  }
  return channels
    ? keys.limitedPassages(twin_id, id, revision)
    : keys.publicPassages(twin_id, id, revision);
}

/** The key of an item's vectors, separated like the passages. */
export function vectorsKey(
  { visibility, channels, twin_id, id, revision }: TextOf,
): Key {
  if (visibility === "private") {
    return keys.privateVectors(twin_id, id, revision);
  }
  return channels
    ? keys.limitedVectors(twin_id, id, revision)
    : keys.publicVectors(twin_id, id, revision);
}

/**
 * Adds an item's text to the commit that switches to its revision. Text larger than one commit is written ahead:
 * nothing refers to it until the switch, and the sweep removes it if that never comes.
 */
export async function writeText(
  kv: Deno.Kv,
  op: Deno.AtomicOperation,
  item: TextOf,
  text: { body: string; passages: string[] },
  now_ms: number,
): Promise<void> {
  const chunks = [
    ...bodyChunks(item, text.body),
    ...passageChunks(item, text.passages),
  ];
  const total = chunks.reduce((sum, chunk) => sum + chunk.characters, 0);
  if (total <= COMMIT_CHARACTERS) {
    for (const { key, value } of chunks) op.set(key, value);
    return;
  }
  await commit(
    kv.atomic().set(revisionExpiry(item, now_ms + HOUR), item.revision),
  );
  for (const batch of batches(chunks)) {
    const ahead = kv.atomic();
    for (const { key, value } of batch) ahead.set(key, value);
    await commit(ahead);
  }
}

/** The note by which the sweep removes a revision that the item does not refer to. */
export function revisionExpiry(
  item: Pick<ContentItem, "id" | "twin_id" | "revision">,
  at_ms: number,
): Key {
  const key = [...keys.content(item.twin_id, item.id), item.revision];
  return expiryKey(at_ms, "revision", key);
}

function bodyChunks(item: TextOf, body: string): Chunk[] {
  const prefix = keys.contentBody(item.id, item.revision);
  const chunks: Chunk[] = [];
  for (let at = 0; at < body.length; at += CHUNK_CHARACTERS) {
    const value = body.slice(at, at + CHUNK_CHARACTERS);
    chunks.push({
      key: [...prefix, chunks.length],
      value,
      characters: value.length,
    });
  }
  return chunks;
}

function passageChunks(item: TextOf, passages: string[]): Chunk[] {
  const prefix = passagesKey(item);
  const chunks: Chunk[] = [];
  let value: string[] = [];
  let characters = 0;
  const push = () => {
    if (value.length === 0) return;
    chunks.push({ key: [...prefix, chunks.length], value, characters });
    value = [];
    characters = 0;
  };
  for (const passage of passages) {
    if (characters + passage.length > CHUNK_CHARACTERS * 0.9) push();
    value.push(passage);
    // Each passage has a few bytes of overhead.
    characters += passage.length + 8;
  }
  push();
  return chunks;
}

function* batches(chunks: Chunk[]): Generator<Chunk[]> {
  let batch: Chunk[] = [];
  let characters = 0;
  for (const chunk of chunks) {
    if (characters + chunk.characters > COMMIT_CHARACTERS) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(chunk);
    characters += chunk.characters;
  }
  if (batch.length > 0) yield batch;
}

/** Reads the item's body; null if its revision is gone, so that the caller reads the item again. */
export async function readBody(
  kv: Deno.Kv,
  item: Pick<ContentItem, "id" | "revision" | "characters">,
): Promise<string | null> {
  let body = "";
  const prefix = keys.contentBody(item.id, item.revision);
  for await (const { value } of kv.list<string>({ prefix })) body += value;
  return body.length === item.characters ? body : null;
}

/** The first part of each item's body; empty if its revision is gone. */
export async function readOpenings(
  kv: Deno.Kv,
  items: readonly Pick<ContentItem, "id" | "revision">[],
): Promise<string[]> {
  const firsts = items.map(({ id, revision }) => [
    ...keys.contentBody(id, revision),
    0,
  ]);
  return (await getAll<string>(kv, firsts)).map((opening) => opening ?? "");
}

/** The passages of one revision in order; none if it is gone. */
export async function readPassages(
  kv: Deno.Kv,
  prefix: Key,
): Promise<string[]> {
  const passages: string[] = [];
  for await (const { value } of kv.list<string[]>({ prefix })) {
    passages.push(...value);
  }
  return passages;
}

/**
 * Removes the text of a revision unless its item, or the record of the deleted item, refers to it: the caller's
 * belief that the revision was replaced, or never committed, may be wrong. The body of a draft or an earlier version
 * is kept.
 */
export async function deleteRevision(
  kv: Deno.Kv,
  { twin_id, id, revision }: Pick<ContentItem, "id" | "twin_id" | "revision">,
): Promise<void> {
  const [item, deleted] = await kv.getMany<[ContentItem, ContentItem]>([
    keys.content(twin_id, id),
    keys.deletedContent(twin_id, id),
  ]);
  const held = item.value ?? deleted.value;
  if (!held) return await purgeItem(kv, { twin_id, id });
  if (held.revision === revision) return;
  await purgePassages(kv, { twin_id, id, revision });
  const earlier = await loadVersions(kv, { twin_id, id });
  const named = [held.draft, ...earlier].map((one) => one?.revision);
  if (named.includes(revision)) return;
  await deleteAll(kv, keys.contentBody(id, revision));
}

/** Removes all texts of a deleted item, including drafts and earlier versions. */
export async function purgeItem(
  kv: Deno.Kv,
  { twin_id, id }: Pick<ContentItem, "id" | "twin_id">,
): Promise<void> {
  for (
    const place of [
      keys.contentBody(id, ""),
      keys.publicPassages(twin_id, id, ""),
      keys.limitedPassages(twin_id, id, ""),
      keys.privatePassages(twin_id, id, ""),
      keys.publicVectors(twin_id, id, ""),
      keys.limitedVectors(twin_id, id, ""),
      keys.privateVectors(twin_id, id, ""),
    ]
  ) await deleteAll(kv, place.slice(0, -1));
  await deleteAll(kv, keys.contentVersionsOf(twin_id, id));
}

/** Removes what answers draw from a revision. */
async function purgePassages(
  kv: Deno.Kv,
  { twin_id, id, revision }: Pick<ContentItem, "id" | "twin_id" | "revision">,
): Promise<void> {
  await deleteAll(kv, keys.publicPassages(twin_id, id, revision));
  await deleteAll(kv, keys.limitedPassages(twin_id, id, revision));
  await deleteAll(kv, keys.privatePassages(twin_id, id, revision));
  await deleteAll(kv, keys.publicVectors(twin_id, id, revision));
  await deleteAll(kv, keys.limitedVectors(twin_id, id, revision));
  await deleteAll(kv, keys.privateVectors(twin_id, id, revision));
}

/** `key` is the item's key followed by the revision that was replaced or never switched to. */
export async function removeRevision(app: Context, key: Deno.KvKey) {
  const [, twin_id, id, revision] = key.map(String);
  await deleteRevision(app.kv, { id, twin_id, revision });
  return null;
}
