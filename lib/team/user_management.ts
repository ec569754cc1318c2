import type { Actor, Owner } from "../actor.ts";
import { getUser } from "../accounts/accounts.ts";
import { checkOtherOwner } from "../accounts/memberships.ts";
import type { Context } from "../context.ts";
import { recordAudit } from "../audit/audit.ts";
import { commitAs } from "../authority.ts";
import { endSessions } from "../accounts/sessions.ts";
import { notFound } from "../errors.ts";
import { renewCacheEpoch } from "../store/record_cache.ts";
import type { Membership, User } from "../schemas/account.ts";
import type { List, ListQuery, Role } from "../schemas/common.ts";
import type { MemberView } from "../schemas/team.ts";
import { keys } from "../store/keys.ts";
import { getAll, listPage } from "../store/list.ts";

/** Lists the members of the actor's tenant, newest first. */
export async function listMembers(
  app: Context,
  actor: Actor,
  query: ListQuery,
): Promise<List<MemberView>> {
  const { tenant_id } = actor;
  const prefix = keys.memberships(tenant_id);
  const page = await listPage<Membership>(app.kv, prefix, query);
  const user_ids = page.items.map(({ value }) => value.user_id);
  const [users, last_active] = await Promise.all([
    getAll<User>(app.kv, user_ids.map(keys.user)),
    getAll<string>(
      app.kv,
      user_ids.map((user_id) => keys.lastActive(user_id, tenant_id)),
    ),
  ]);
  const items = page.items.flatMap(({ value }, i) => {
    const user = users[i];
    return user ? [viewMember(user, value, last_active[i])] : [];
  });
  return { items, next_cursor: page.next_cursor };
}

function viewMember(
  user: User,
  membership: Membership,
  last_active_at: string | null,
): MemberView {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: membership.role,
    created_at: membership.created_at,
    last_active_at,
  };
}

/** Changes a member's role, from their next request on. Throws `conflict` for the last owner. */
export async function changeRole(
  app: Context,
  owner: Owner,
  user_id: string,
  role: Role,
): Promise<MemberView> {
  const user = (await getUser(app, user_id)).value;
  if (!user) throw notFound("member");
  const membership = await commitAs(app, owner, async (op) => {
    const entry = await requireMembership(app, owner, user_id);
    if (entry.value.role === "owner" && role !== "owner") {
      await checkOtherOwner(app, op, entry.value, `made ${withArticle(role)}`);
    }
    const changed = { ...entry.value, role };
    op.check(entry).set(entry.key, changed);
    renewCacheEpoch(op);
    recordAudit(app, op, owner, {
      action: `user.made_${role}`,
      id: user.id,
      name: user.name,
    });
    return changed;
  });
  const { value } = await app.kv.get<string>(
    keys.lastActive(user_id, owner.tenant_id),
  );
  return viewMember(user, membership, value);
}

/** A role's name in a sentence. */
export function withArticle(role: Role): string {
  return role === "viewer" ? "a viewer" : `an ${role}`;
}

/** Removes a member: no request of theirs is answered after this commit. Throws `conflict` for the last owner. */
export async function removeMember(
  app: Context,
  owner: Owner,
  user_id: string,
): Promise<void> {
  const user = (await getUser(app, user_id)).value;
  if (!user) throw notFound("member");
  await commitAs(app, owner, async (op) => {
    const entry = await requireMembership(app, owner, user_id);
    if (entry.value.role === "owner") {
      await checkOtherOwner(app, op, entry.value, "removed");
    }
    op.check(entry).delete(entry.key)
      .delete(keys.tenantByUser(user_id, owner.tenant_id))
      .delete(keys.lastActive(user_id, owner.tenant_id))
      .delete(keys.notifications(owner.tenant_id, user_id));
    renewCacheEpoch(op);
    recordAudit(app, op, owner, {
      action: "user.removed",
      id: user.id,
      name: user.name,
    });
  });
  await endSessions(app, user_id, { tenant_id: owner.tenant_id });
}

async function requireMembership(app: Context, owner: Owner, user_id: string) {
  const entry = await app.kv.get<Membership>(
    keys.membership(owner.tenant_id, user_id),
  );
  if (entry.value) return entry;
  throw notFound("member");
}
