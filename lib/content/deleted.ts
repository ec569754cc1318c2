import type { Context } from "../context.ts";
import type { ContentItem } from "../schemas/content.ts";
import { commit } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import { passagesOf, type WithQuota } from "./quota.ts";
import { deleteRevision, revisionExpiry } from "./texts.ts";

/** A deleted item: its text stays in place, reachable only through this record. */
export type DeletedContent = ContentItem & { deleted_at: string };

/** Removes a deleted item and its text, unless it is being restored right now. */
export async function removeForGood(
  { kv, clock }: Pick<Context, "kv" | "clock">,
  entry: Deno.KvEntry<DeletedContent>,
): Promise<void> {
  // The record first: whoever restores it right now keeps the text. Noted for the sweep in case this process ends
  // now.
  const { ok } = await commit(
    kv.atomic().check(entry).delete(entry.key)
      .delete(keys.foundInContent(entry.value.twin_id))
      .set(revisionExpiry(entry.value, clock.now()), null),
  );
  if (ok) await deleteRevision(kv, entry.value);
}

/**
 * Removes the items deleted first once there are more deleted ones than a twin may hold, so that nobody fills the
 * store by deleting what they add.
 */
export async function trimDeleted(
  app: Context & WithQuota,
  twin_id: string,
): Promise<void> {
  const most = app.config.max_passages;
  if (app.quota.deleted(twin_id) <= most) return;
  const prefix = keys.deletedContents(twin_id);
  const entries = (await Array.fromAsync(
    app.kv.list<DeletedContent>({ prefix }),
  )).toSorted((a, b) => a.value.deleted_at < b.value.deleted_at ? -1 : 1);
  let passages = entries.reduce((sum, { value }) => sum + passagesOf(value), 0);
  for (const entry of entries) {
    if (passages <= most) break;
    passages -= passagesOf(entry.value);
    await removeForGood(app, entry);
  }
  app.quota.noteDeleted(twin_id, passages);
}
