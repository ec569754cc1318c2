import type { Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import { recordAudit } from "../audit/audit.ts";
import { commitAs } from "../authority.ts";
import {
  belongsElsewhere,
  openReset,
  type PasswordReset,
  setReset,
} from "../accounts/password_resets.ts";
import { AppError, isAppError, notFound } from "../errors.ts";
import type { Membership, User } from "../schemas/account.ts";
import type { List, ListQuery } from "../schemas/common.ts";
import type {
  PasswordResetLinkView,
  PasswordResetView,
} from "../schemas/team.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";
import { getAll, listPage } from "../store/list.ts";

/**
 * Creates a link, valid once and for 24 hours, by which a member of the owner's team sets a new password; an earlier
 * one of the member ends with this commit. Throws `conflict` if the account also belongs to another team: an owner
 * has power over their own team only.
 */
export async function createPasswordReset(
  app: Context,
  owner: Owner,
  user_id: string,
): Promise<PasswordResetLinkView> {
  const { tenant_id } = owner;
  return await commitAs(app, owner, async (op) => {
    const [membership, stored, place] = await app.kv.getMany<
      [Membership, User, string]
    >([
      keys.membership(tenant_id, user_id),
      keys.user(user_id),
      keys.passwordResetByMember(tenant_id, user_id),
    ]);
    const user = stored.value;
    if (!membership.value || !user) throw notFound("member");
    if (await belongsElsewhere(app, user_id, tenant_id)) throw inAnotherTeam();
    op.check(membership, stored, place);
    if (place.value) op.delete(keys.passwordReset(place.value));
    const made_by = { tenant_id, user_id: owner.user_id };
    const { link, hash } = setReset(app, op, user, made_by);
    const gone_at = Date.parse(link.expires_at);
    op.set(place.key, hash)
      .set(expiryKey(gone_at, "password_link", place.key), null);
    recordAudit(app, op, owner, {
      action: "user.password_reset_created",
      id: user_id,
      name: user.name,
    });
    return link;
  });
}

function inAnotherTeam(): AppError {
  return new AppError(
    "conflict",
    "This account also belongs to another team, so an owner of one team cannot reset its password. Its holder can change it under My account; if it is forgotten, whoever runs this server can create a link with the task reset-password.",
  );
}

/** Lists the open links that owners of the team created, newest member first. Never the links themselves. */
export async function listPasswordResets(
  app: Context,
  owner: Owner,
  query: ListQuery,
): Promise<List<PasswordResetView>> {
  const prefix = keys.passwordResetsByMember(owner.tenant_id);
  const page = await listPage<string>(app.kv, prefix, query);
  const hashes = page.items.map(({ value }) => value);
  const resets = await getAll<PasswordReset>(
    app.kv,
    hashes.map(keys.passwordReset),
  );
  const views = await Promise.all(
    resets.map((reset, i) => reset && viewLink(app, hashes[i], reset)),
  );
  return {
    items: views.filter((view) => view !== null),
    next_cursor: page.next_cursor,
  };
}

/** A link as the team sees it; null if it no longer works. */
async function viewLink(
  app: Context,
  hash: string,
  { expires_at }: PasswordReset,
): Promise<PasswordResetView | null> {
  try {
    const { user, made_by } = await openReset(app, hash);
    return {
      user_id: user.id,
      name: user.name,
      email: user.email,
      created_by: made_by?.name ?? "",
      expires_at,
    };
  } catch (error) {
    if (isAppError(error) && error.code === "expired") return null;
    throw error;
  }
}

/** Revokes a member's link with this commit. Throws `not_found` if there is none. */
export async function revokePasswordReset(
  app: Context,
  owner: Owner,
  user_id: string,
): Promise<void> {
  const key = keys.passwordResetByMember(owner.tenant_id, user_id);
  await commitAs(app, owner, async (op) => {
    const place = await app.kv.get<string>(key);
    const [reset, user] = await app.kv.getMany<[PasswordReset, User]>([
      keys.passwordReset(place.value ?? ""),
      keys.user(user_id),
    ]);
    if (!reset.value) throw notFound("link");
    op.check(place, reset).delete(place.key).delete(reset.key);
    recordAudit(app, op, owner, {
      action: "user.password_reset_revoked",
      id: user_id,
      name: user.value?.name ?? "",
    });
  });
}
