import type { ContentItem } from "../schemas/content.ts";
import { keys } from "../store/keys.ts";

/** How many earlier versions of an item are kept. */
const MAX_VERSIONS = 20;

/** An earlier published version of an item; its text is stored under its revision. */
type StoredVersion =
  & Pick<ContentItem, "title" | "revision" | "digest" | "characters">
  & { n: number; saved_at: string };

/**
 * Adds to a commit the step from an item to the next, setting its version: if the text differs, the current version
 * can be restored later. Returns the revisions that are no longer needed in full.
 */
export async function keepVersion(
  kv: Deno.Kv,
  op: Deno.AtomicOperation,
  previous: ContentItem,
  next: ContentItem,
): Promise<string[]> {
  const { id, twin_id, title, revision, digest, characters, draft } = previous;
  const left = [revision];
  if (draft && draft.revision !== next.draft?.revision) {
    left.push(draft.revision);
  }
  const is_new = title !== next.title || digest !== next.digest;
  if (previous.is_draft || !is_new) return left;
  const n = previous.version ?? 1;
  next.version = n + 1;
  const version: StoredVersion = {
    ...{ n, title, revision, digest, characters },
    saved_at: previous.updated_at,
  };
  op.set(keys.contentVersionOf(twin_id, id, n), version);
  const oldest = await kv.get<StoredVersion>(
    keys.contentVersionOf(twin_id, id, n - MAX_VERSIONS),
  );
  if (oldest.value === null) return left;
  op.delete(oldest.key);
  return [...left, oldest.value.revision];
}

/** Reads the earlier versions of an item, newest first. */
export async function loadVersions(
  kv: Deno.Kv,
  { twin_id, id }: Pick<ContentItem, "twin_id" | "id">,
): Promise<StoredVersion[]> {
  const prefix = keys.contentVersionsOf(twin_id, id);
  const entries = kv.list<StoredVersion>({ prefix }, { reverse: true });
  return await Array.fromAsync(entries, ({ value }) => value);
}
