import { getUser, listMemberships } from "./accounts.ts";
import { type Actor, requireOwner } from "./actor.ts";
import type { App } from "./app.ts";
import { recordAudit } from "./audit.ts";
import { endSessions } from "./dashboard_sessions.ts";
import { AppError, notFound } from "./errors.ts";
import { markRevocation } from "./open_streams.ts";
import { verifyOwnPassword } from "./password_resets.ts";
import type { Membership } from "./schemas/account.ts";
import type { Invitation } from "./schemas/team.ts";
import { commitWithRetry } from "./store/commit.ts";
import { expiryKey } from "./store/expiries.ts";
import { keys } from "./store/keys.ts";
import { deleteTwin, listTwins } from "./twins.ts";
import { checkOtherOwner } from "./user_management.ts";

/** As many open invitations as one commit can check. */
const MAX_INVITATIONS = 60;

/**
 * Deletes the actor's account. Teams without anybody else go with it: their twins, keys and links end at once, and
 * the sweep purges what they held. Throws `conflict` for the last owner of a team that has other members, and
 * `invalid_input` for a wrong password; then nothing is deleted.
 */
export async function deleteAccount(
  app: App,
  actor: Actor,
  current_password: string,
): Promise<void> {
  await verifyOwnPassword(app, actor, current_password);
  const memberships = await listMemberships(app, actor.user_id);
  for (const membership of memberships) {
    if (!await isAlone(app, membership)) {
      await requireSuccessor(app, membership);
    }
  }
  for (const membership of memberships) {
    if (await isAlone(app, membership)) {
      await deleteTwins(app, actor, membership);
    }
  }
  await commitWithRetry(app.kv, async (op) => {
    const user = await getUser(app, actor.user_id);
    if (!user.value) throw notFound("account");
    for (const { tenant_id } of memberships) {
      await leave(app, op, actor, tenant_id);
    }
    op.check(user).delete(user.key)
      .delete(keys.userByEmail(user.value.email));
    markRevocation(op);
  });
  await endSessions(app, actor.user_id);
}

async function isAlone(
  app: App,
  { tenant_id }: Pick<Membership, "tenant_id">,
): Promise<boolean> {
  const prefix = keys.memberships(tenant_id);
  const members = await Array.fromAsync(app.kv.list({ prefix }, { limit: 2 }));
  return members.length === 1;
}

async function requireSuccessor(app: App, membership: Membership) {
  if (membership.role !== "owner") return;
  await checkOtherOwner(app, app.kv.atomic(), membership, "deleted");
}

async function deleteTwins(app: App, actor: Actor, { tenant_id }: Membership) {
  const owner = requireOwner({ ...actor, tenant_id, role: "owner" });
  for (;;) {
    const { items } = await listTwins(app, owner, { limit: 100 });
    if (items.length === 0) return;
    for (const { id } of items) await deleteTwin(app, owner, id);
  }
}

/** Adds to the commit that the actor leaves a team; one that is left empty is purged. */
async function leave(
  app: App,
  op: Deno.AtomicOperation,
  actor: Actor,
  tenant_id: string,
): Promise<void> {
  const key = keys.membership(tenant_id, actor.user_id);
  const entry = await app.kv.get<Membership>(key);
  if (!entry.value) return;
  op.check(entry).delete(key)
    .delete(keys.tenantByUser(actor.user_id, tenant_id))
    .delete(keys.lastActive(actor.user_id, tenant_id));
  if (await isAlone(app, entry.value)) {
    const twins = app.kv.list({ prefix: keys.twinsByTenant(tenant_id) }, {
      limit: 1,
    });
    if ((await Array.fromAsync(twins)).length > 0) {
      throw new AppError(
        "conflict",
        "The last other member has just left, so this team and its twins are yours alone now. Delete the account again if they should go with it.",
      );
    }
    await closeDoor(app, op, tenant_id);
    op.delete(keys.tenant(tenant_id));
    const place = expiryKey(app.clock.now(), "tenant", keys.tenant(tenant_id));
    op.set(place, null);
    return;
  }
  if (entry.value.role === "owner") {
    await checkOtherOwner(app, op, entry.value, "deleted");
  }
  recordAudit(app, op, { ...actor, tenant_id }, {
    action: "user.left",
    id: actor.user_id,
    name: actor.user_name,
  });
}

/** Withdraws what is open: who accepts at this moment makes the commit fail, and is found a member by the next. */
async function closeDoor(
  app: App,
  op: Deno.AtomicOperation,
  tenant_id: string,
): Promise<void> {
  let open = 0;
  const prefix = keys.invitations(tenant_id);
  for await (const entry of app.kv.list<Invitation>({ prefix })) {
    if (entry.value.accepted_at !== null) continue;
    if (++open > MAX_INVITATIONS) {
      throw new AppError(
        "conflict",
        "Your team has many open invitations. Withdraw them first, on the page Team.",
      );
    }
    op.check(entry).delete(entry.key);
  }
}
