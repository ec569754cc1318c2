import type { Context } from "../context.ts";
import { HOUR } from "../clock.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";
import { commit } from "../store/commit.ts";

/** How long changes of items are listed. */
const LISTED_MS = HOUR;

/**
 * Adds an item's change to a commit: the twin's content gets a new version, and whoever holds an index learns which
 * item to read again, so that no change causes a scan of all items.
 */
export function noteContentChange(
  op: Deno.AtomicOperation,
  twin_id: string,
  { content_id, revision, now_ms }: {
    content_id: string;
    /** The item's current revision; for a deleted item, one it never had. */
    revision: string;
    now_ms: number;
  },
): void {
  const key = keys.contentChange(twin_id, revision);
  op.set(keys.contentVersion(twin_id), revision).set(key, content_id)
    .set(expiryKey(now_ms + LISTED_MS, "content_change", key), null);
}

/** Removes a change from the list. */
async function forgetContentChange(
  kv: Deno.Kv,
  key: Deno.KvKey,
): Promise<void> {
  const twin_id = String(key[1]);
  await commit(
    kv.atomic().delete(key)
      .set(keys.contentChangesFloor(twin_id), String(key[2])),
  );
}

/** The versionstamp up to which all changes are visible; null before the first. */
export async function lastContentChange(
  kv: Deno.Kv,
  twin_id: string,
): Promise<string | null> {
  return (await kv.get(keys.contentVersion(twin_id))).versionstamp;
}

/** The items changed after a versionstamp; null if that is no longer known completely. */
export async function contentChangedSince(
  kv: Deno.Kv,
  twin_id: string,
  versionstamp: string,
): Promise<Set<string> | null> {
  const changed = new Set<string>();
  const entries = kv.list<string>({ prefix: keys.contentChanges(twin_id) });
  for await (const entry of entries) {
    if (entry.versionstamp > versionstamp) changed.add(entry.value);
  }
  // Read last: changes forgotten during the listing are missing from it.
  const floor = await kv.get(keys.contentChangesFloor(twin_id));
  const is_known = floor.versionstamp === null ||
    floor.versionstamp <= versionstamp;
  return is_known ? changed : null;
}

/** Removes the note of a change that every process has seen by now. */
export async function removeContentChange(app: Context, key: Deno.KvKey) {
  await forgetContentChange(app.kv, key);
  return null;
}
