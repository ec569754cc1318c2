import { addChangeEvents } from "./change_events.ts";
import type { Editor } from "../actor.ts";
import type { Context } from "../context.ts";
import type { WithQuota } from "./quota.ts";
import { recordAudit } from "../audit/audit.ts";
import { commitAs } from "../authority.ts";
import { DAY, iso } from "../clock.ts";
import { noteContentChange } from "./changes.ts";
import { notFound } from "../errors.ts";
import type { ContentSummaryView } from "../schemas/content.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";
import { newRevision } from "../crypto/ids.ts";
import { requireTwin } from "../twins/twins.ts";
import { requestWorkFor } from "./content.ts";
import { type DeletedContent, removeForGood } from "./deleted.ts";
import { requireItem, viewContent } from "./listing.ts";
import { setClosed, setOpen } from "./places.ts";

/** How long a deleted item can be restored. */
export const CONTENT_KEPT_MS = 7 * DAY;

/**
 * Deletes an item: no answer draws from it after this commit. It can be restored for 7 days, unless more is deleted
 * meanwhile than a twin may hold (`trimDeleted`).
 */
export async function deleteContent(
  app: Context,
  editor: Editor,
  twin_id: string,
  content_id: string,
): Promise<void> {
  await commitAs(app, editor, async (op) => {
    const entry = await requireItem(app, editor, twin_id, content_id);
    const item = entry.value;
    const now = app.clock.now();
    const key = keys.deletedContent(twin_id, content_id);
    op.check(entry).delete(entry.key)
      .delete([...keys.contentByDigest(twin_id, item.digest), content_id])
      .set(key, { ...item, deleted_at: iso(now) } satisfies DeletedContent)
      .set(expiryKey(now + CONTENT_KEPT_MS, "deleted_content", key), null);
    noteContentChange(op, twin_id, {
      content_id,
      revision: newRevision(now),
      now_ms: now,
    });
    setClosed(op, item);
    await addChangeEvents(app, op, twin_id, content_id);
    recordAudit(app, op, editor, {
      action: "content.deleted",
      id: content_id,
      name: item.title,
    });
  });
}

/**
 * Restores a deleted item with its visibility. Throws `not_found` after 7 days, `payload_too_large` if the twin no
 * longer has room for it.
 */
export async function restoreContent(
  app: Context & WithQuota,
  editor: Editor,
  twin_id: string,
  content_id: string,
): Promise<ContentSummaryView> {
  await requireTwin(app, editor, twin_id);
  const { value } = await app.kv.get<DeletedContent>(
    keys.deletedContent(twin_id, content_id),
  );
  if (!value) throw notFound("item");
  return await app.quota.within(
    value,
    null,
    () => restore(app, editor, twin_id, content_id),
  );
}

async function restore(
  app: Context,
  editor: Editor,
  twin_id: string,
  content_id: string,
): Promise<ContentSummaryView> {
  return await commitAs(app, editor, async (op) => {
    const entry = await app.kv.get<DeletedContent>(
      keys.deletedContent(twin_id, content_id),
    );
    const now = app.clock.now();
    if (
      !entry.value ||
      Date.parse(entry.value.deleted_at) + CONTENT_KEPT_MS <= now
    ) throw notFound("item");
    const { deleted_at: _, ...item } = entry.value;
    op.check(entry).delete(entry.key)
      .set(keys.content(twin_id, content_id), item)
      .set([...keys.contentByDigest(twin_id, item.digest), content_id], true);
    noteContentChange(op, twin_id, {
      content_id,
      revision: newRevision(now),
      now_ms: now,
    });
    setOpen(op, item);
    await requestWorkFor(app, op, twin_id);
    await addChangeEvents(app, op, twin_id, content_id);
    recordAudit(app, op, editor, {
      action: "content.restored",
      id: content_id,
      name: item.title,
    });
    return viewContent(item);
  });
}

export async function removeDeletedContent(app: Context, key: Deno.KvKey) {
  const entry = await app.kv.get<DeletedContent>(key);
  if (!entry.value) return null;
  const due_at = Date.parse(entry.value.deleted_at) + CONTENT_KEPT_MS;
  if (due_at > app.clock.now()) return due_at;
  await removeForGood(app, entry);
  return null;
}
