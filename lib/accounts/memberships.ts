import type { Context } from "../context.ts";
import { AppError } from "../errors.ts";
import type { Membership, Tenant } from "../schemas/account.ts";
import { keys } from "../store/keys.ts";
import { getAll } from "../store/list.ts";

/** Lists a user's teams, oldest first. */
export async function listMemberships(
  app: Context,
  user_id: string,
): Promise<(Membership & { tenant_name: string })[]> {
  const tenant_ids: string[] = [];
  const entries = app.kv.list({ prefix: keys.tenantsByUser(user_id) });
  for await (const { key } of entries) tenant_ids.push(String(key[2]));
  const [memberships, tenants] = await Promise.all([
    getAll<Membership>(
      app.kv,
      tenant_ids.map((tenant_id) => keys.membership(tenant_id, user_id)),
    ),
    getAll<Tenant>(app.kv, tenant_ids.map(keys.tenant)),
  ]);
  return memberships.flatMap((membership, i) =>
    membership ? [{ ...membership, tenant_name: tenants[i]?.name ?? "" }] : []
  );
}

/** Lists the ids of a team's owners, at most 100. */
export async function listOwners(
  app: Context,
  tenant_id: string,
): Promise<string[]> {
  const prefix = keys.memberships(tenant_id);
  const members = await Array.fromAsync(
    app.kv.list<Membership>({ prefix }, { limit: 100 }),
  );
  return members.map(({ value }) => value)
    .filter(({ role }) => role === "owner").map(({ user_id }) => user_id);
}

/**
 * Adds to the commit the check that another owner remains. Two owners who demote each other at once check each other,
 * so one commit fails and its retry finds no other owner.
 */
export async function checkOtherOwner(
  app: Context,
  op: Deno.AtomicOperation,
  member: Membership,
  what: string,
): Promise<void> {
  const prefix = keys.memberships(member.tenant_id);
  for await (const other of app.kv.list<Membership>({ prefix })) {
    if (other.value.user_id === member.user_id) continue;
    if (other.value.role !== "owner") continue;
    op.check(other);
    return;
  }
  throw new AppError(
    "conflict",
    `The last owner cannot be ${what}. Make someone else an owner first.`,
  );
}
