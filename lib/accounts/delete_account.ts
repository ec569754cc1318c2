import { deleteAll } from "../store/list.ts";
import { checkOtherOwner, listMemberships } from "./memberships.ts";
import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";
import type { WithAdmission } from "../limits/admission.ts";
import type { WithPasswords } from "./passwords.ts";
import { recordAudit } from "../audit/audit.ts";
import { commitAs } from "../authority.ts";
import { endSessions } from "./sessions.ts";
import { AppError } from "../errors.ts";
import { mailStopKey } from "../mail/stops.ts";
import { renewCacheEpoch } from "../store/record_cache.ts";
import { requireVerifiedUser, verifyOwnPassword } from "./own_password.ts";
import type { Membership, Tenant } from "../schemas/account.ts";
import type { Twin } from "../schemas/twin.ts";
import { commit, commitWithRetry } from "../store/commit.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";
import { endTwin } from "../twins/deletion.ts";

/** Twins ended in the deletion's own commit, which is limited to 100 checks; the others end right after. */
const TWINS_AT_ONCE = 40;

/**
 * Deletes the actor's account in one commit. Teams without other members go with it: their twins, keys and links end,
 * and the sweep purges what they held. Throws `conflict` for the last owner of a team that has other members, and
 * `invalid_input` for a wrong password; then nothing is deleted.
 */
export async function deleteAccount(
  app: Context & WithAdmission & WithPasswords,
  actor: Actor,
  current_password: string,
): Promise<void> {
  const hash = await verifyOwnPassword(app, actor, current_password);
  const alone = new Set<string>();
  for (const { tenant_id } of await listMemberships(app, actor.user_id)) {
    if (await isAlone(app, tenant_id)) alone.add(tenant_id);
  }
  const ended = await commitAs(app, actor, async (op) => {
    // Read the account before its teams, so that joining another team meanwhile makes the commit fail.
    const user = await requireVerifiedUser(app, actor, hash);
    const teams: string[] = [];
    for (const membership of await listMemberships(app, actor.user_id)) {
      const isEnd = await leave(app, op, { ...actor, ...membership }, alone);
      if (isEnd) teams.push(membership.tenant_id);
    }
    let room = TWINS_AT_ONCE;
    for (const tenant_id of teams) {
      room -= await endTwins(app, op, tenant_id, room);
    }
    op.check(user).delete(user.key)
      .delete(keys.userByEmail(user.value.email))
      .delete(keys.userLanguage(user.value.id))
      .delete(mailStopKey(user.value.email));
    renewCacheEpoch(op);
    return teams;
  });
  await endSessions(app, actor.user_id);
  for (const tenant_id of ended) await endTwinsOf(app, tenant_id);
}

/** Ends the remaining twins of a deleted team. */
async function endTwinsOf(
  app: Context,
  tenant_id: string,
): Promise<void> {
  const endSome = (op: Deno.AtomicOperation) =>
    endTwins(app, op, tenant_id, TWINS_AT_ONCE);
  while (await commitWithRetry(app.kv, endSome) > 0);
}

/** Adds the end of up to `most` twins to a commit; returns how many. */
async function endTwins(
  app: Context,
  op: Deno.AtomicOperation,
  tenant_id: string,
  most: number,
): Promise<number> {
  if (most === 0) return 0;
  const prefix = keys.twinsByTenant(tenant_id);
  let ended = 0;
  for await (const { key } of app.kv.list({ prefix }, { limit: most })) {
    const entry = await app.kv.get<Twin>(keys.twin(String(key[2])));
    op.check(entry);
    if (entry.value) op.set(entry.key, endTwin(app, op, entry.value));
    else op.delete(key);
    ended++;
  }
  return ended;
}

async function isAlone(app: Context, tenant_id: string): Promise<boolean> {
  const prefix = keys.memberships(tenant_id);
  const members = await Array.fromAsync(app.kv.list({ prefix }, { limit: 2 }));
  return members.length === 1;
}

/**
 * Adds the actor's departure from a team to the commit; returns whether the team ends, as it does with its last
 * member.
 */
async function leave(
  app: Context,
  op: Deno.AtomicOperation,
  actor: Actor & Membership,
  alone: Set<string>,
): Promise<boolean> {
  const { tenant_id, user_id } = actor;
  // Read the team before its members, so that joining it meanwhile makes the commit fail.
  const tenant = await app.kv.get<Tenant>(keys.tenant(tenant_id));
  const entry = await app.kv.get<Membership>(
    keys.membership(tenant_id, user_id),
  );
  if (!entry.value) return false;
  op.check(entry).delete(entry.key)
    .delete(keys.tenantByUser(user_id, tenant_id))
    .delete(keys.lastActive(user_id, tenant_id))
    .delete(keys.notifications(tenant_id, user_id));
  if (!await isAlone(app, tenant_id)) {
    if (entry.value.role === "owner") {
      await checkOtherOwner(app, op, entry.value, "deleted");
    }
    recordAudit(app, op, actor, {
      action: "user.left",
      id: user_id,
      name: actor.user_name,
    });
    return false;
  }
  if (!alone.has(tenant_id)) {
    throw new AppError(
      "conflict",
      "The last other member has just left, so this team and its twins are yours alone now. Delete the account again if they should go with it.",
    );
  }
  op.check(tenant).delete(tenant.key)
    .set(expiryKey(app.clock.now(), "tenant", tenant.key), null);
  return true;
}

/**
 * Removes what is left of a team whose last member deleted their account; its twins are purged through their own
 * notes.
 */
export async function removeTenant(app: Context, key: Deno.KvKey) {
  const tenant_id = String(key[1]);
  // The ones that the deletion itself did not reach.
  await endTwinsOf(app, tenant_id);
  for (
    const prefix of [
      keys.audits(tenant_id),
      keys.newAudits(tenant_id),
      keys.auditLinks(tenant_id),
      keys.auditCheckpoints(tenant_id),
      keys.invitations(tenant_id),
      keys.invitationsByEmail(tenant_id),
      keys.passwordResetsByMember(tenant_id),
      keys.apiKeysByTenant(tenant_id),
      keys.refusals(tenant_id),
      keys.newsOf(tenant_id),
    ]
  ) await deleteAll(app.kv, prefix);
  await commit(app.kv.atomic().delete(keys.auditHead(tenant_id)));
  return null;
}
