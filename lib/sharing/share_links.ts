import type { Actor, Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import type { WithRecordCache } from "../store/record_cache.ts";
import { recordAudit } from "../audit/audit.ts";
import { commitAs } from "../authority.ts";
import { AppError } from "../errors.ts";
import type { ShareLink, ShareLinkView } from "../schemas/share_link.ts";
import type { Twin } from "../schemas/twin.ts";
import { keys } from "../store/keys.ts";
import { newShareLink } from "../twins/new_share_link.ts";
import { constantTimeEqual } from "../crypto/secrets.ts";
import { requireTwin } from "../twins/twins.ts";
import type { AuditAction } from "../schemas/team.ts";

export async function getShareLink(
  app: Context,
  actor: Actor,
  twin_id: string,
): Promise<ShareLinkView> {
  await requireTwin(app, actor, twin_id);
  const { value } = await app.kv.get<ShareLink>(keys.shareLink(twin_id));
  return viewShareLink(app, value ?? newShareLink(app, twin_id));
}

/** Replaces the token; the old one ends with this commit, for open streams within a second. */
export async function regenerateShareLink(
  app: Context,
  owner: Owner,
  twin_id: string,
): Promise<ShareLinkView> {
  return await changeLink(
    app,
    owner,
    twin_id,
    "share_link.regenerated",
    (link) => ({
      ...newShareLink(app, twin_id),
      public_share_enabled: link.public_share_enabled,
      ...link.was_shared ? { was_shared: true } : {},
    }),
  );
}

/** Turns the public page and its chat on or off, at once. */
export async function setSharing(
  app: Context,
  owner: Owner,
  twin_id: string,
  is_public: boolean,
): Promise<ShareLinkView> {
  const action = is_public ? "sharing.enabled" : "sharing.disabled";
  return await changeLink(app, owner, twin_id, action, (link) => ({
    ...link,
    public_share_enabled: is_public,
    ...link.was_shared || is_public ? { was_shared: true } : {},
  }));
}

async function changeLink(
  app: Context,
  owner: Owner,
  twin_id: string,
  action: AuditAction,
  change: (link: ShareLink) => ShareLink,
): Promise<ShareLinkView> {
  const twin = await requireTwin(app, owner, twin_id);
  return await commitAs(app, owner, async (op) => {
    const entry = await app.kv.get<ShareLink>(keys.shareLink(twin_id));
    const link = change(entry.value ?? newShareLink(app, twin_id));
    op.check(entry).set(entry.key, link);
    recordAudit(app, op, owner, { action, id: twin_id, name: twin.name });
    return viewShareLink(app, link);
  });
}

/** What a visitor's call on a share link may use. */
export type OpenShare = { twin: Twin };

/** The twin of a share link; null whatever is wrong: the twin, the token, or sharing turned off. */
export async function verifyShareLink(
  app: Context & WithRecordCache,
  twin_id: string,
  token: string,
): Promise<OpenShare | null> {
  const [link, twin] = await Promise.all([
    app.cache.get<ShareLink>(keys.shareLink(twin_id)),
    app.cache.get<Twin>(keys.twin(twin_id)),
  ]);
  const expected = link.value?.share_token ?? "";
  if (!constantTimeEqual(expected, token) || expected === "") return null;
  if (!link.value?.public_share_enabled) return null;
  if (!twin.value || twin.value.deleted_at !== null) return null;
  return { twin: twin.value };
}

/** Like `verifyShareLink`; throws the same `not_found` instead of returning null. */
export async function requireShare(
  app: Context & WithRecordCache,
  twin_id: string,
  token: string,
): Promise<OpenShare> {
  const share = await verifyShareLink(app, twin_id, token);
  if (share) return share;
  throw new AppError(
    "not_found",
    "This link does not work or is no longer shared. Ask the person who gave it to you for a new one.",
  );
}

/** The address of a twin's public page: its handle, or its share link if it has none. */
export function pageUrl(
  { config }: Context,
  handle: string | null | undefined,
  { share_url }: ShareLinkView,
): string {
  return handle ? `${config.base_url}/@${handle}` : share_url;
}

/** Whether a twin's sharing has ever been on. */
export async function wasShared(
  app: Context,
  twin_id: string,
): Promise<boolean> {
  const { value } = await app.kv.get<ShareLink>(keys.shareLink(twin_id));
  return value?.was_shared ?? false;
}

function viewShareLink(
  app: Context,
  { was_shared: _, ...link }: ShareLink,
): ShareLinkView {
  return {
    ...link,
    share_url:
      `${app.config.base_url}/share/${link.twin_id}/${link.share_token}`,
  };
}
