import type { Context } from "../context.ts";
import type { Handle, Twin } from "../schemas/twin.ts";
import type { ShareLink } from "../schemas/share_link.ts";
import { keys } from "../store/keys.ts";
import type { WithRecordCache } from "../store/record_cache.ts";
import { isOver } from "../twins/handles.ts";
import type { OpenShare } from "./share_links.ts";

/** Where a handle leads: to a shared twin, or to its twin's current handle. */
type HandleLink = { share: OpenShare } | { moved_to: string };

/** Resolves a handle; null if it does not exist, or its twin is not shared. */
export async function verifyHandle(
  app: Context & WithRecordCache,
  handle: string,
): Promise<HandleLink | null> {
  if (!/^[a-z0-9-]{3,30}$/.test(handle)) return null;
  const { value: held } = await app.cache.get<Handle>(keys.handle(handle));
  if (!held || isOver(held, app.clock.now())) return null;
  const [link, { value: twin }] = await Promise.all([
    app.cache.get<ShareLink>(keys.shareLink(held.twin_id)),
    app.cache.get<Twin>(keys.twin(held.twin_id)),
  ]);
  if (!link.value?.public_share_enabled) return null;
  if (!twin || twin.deleted_at !== null || !twin.handle) return null;
  return twin.handle === handle
    ? { share: { twin } }
    : { moved_to: twin.handle };
}
