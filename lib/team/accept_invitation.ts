import type { Actor } from "../actor.ts";
import {
  addMembership,
  addUser,
  getUser,
  newUser,
  requireFreeEmail,
  requireTenant,
  type SignedIn,
} from "../accounts/accounts.ts";
import type { Context } from "../context.ts";
import type { WithPasswords } from "../accounts/passwords.ts";
import { recordAudit } from "../audit/audit.ts";
import { commitAs } from "../authority.ts";
import { iso } from "../clock.ts";
import { startSession } from "../accounts/sessions.ts";
import { AppError, notFound } from "../errors.ts";
import type { Caller } from "../limits/policies.ts";
import type { Membership, Tenant, User } from "../schemas/account.ts";
import type { Invitation } from "../schemas/team.ts";
import { commitWithRetry } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import { sha256 } from "../crypto/secrets.ts";
import { replaceOthers } from "./invitations.ts";

/** An invitation that can be accepted, and the owner responsible for it. */
type OpenInvitation = {
  entry: Deno.KvEntry<Invitation>;
  inviter: Deno.KvEntryMaybe<Membership>;
  tenant_name: string;
};

/**
 * Returns the invitation of a link. Does not use it up. Throws `not_found` for an unknown link, `expired` for one
 * that was used, replaced, revoked or is too old, or whose creator is no longer an owner.
 */
export async function openInvitation(
  app: Context,
  token: string,
): Promise<OpenInvitation> {
  const hash = sha256(token);
  const place = await app.kv.get<[string, string]>(
    keys.invitationByToken(hash),
  );
  if (!place.value) {
    throw new AppError(
      "not_found",
      "This invitation link is incomplete or was not made here. Open it again from the message you received.",
    );
  }
  const entry = await app.kv.get<Invitation>(keys.invitation(...place.value));
  const invitation = entry.value;
  if (
    !invitation || invitation.token_hash !== hash || invitation.withdrawn_at
  ) throw replaced();
  if (invitation.accepted_at !== null) {
    throw new AppError(
      "expired",
      "This invitation has already been accepted. Log in with the account it created.",
    );
  }
  if (Date.parse(invitation.expires_at) <= app.clock.now()) {
    throw ended("This invitation is older than seven days.");
  }
  const { tenant_id, email, id, invited_by } = invitation;
  const [good, inviter] = await app.kv.getMany<[string, Membership]>([
    keys.invitationByEmail(tenant_id, email),
    keys.membership(tenant_id, invited_by),
  ]);
  if (good.value !== null && good.value !== id) throw replaced();
  if (inviter.value?.role !== "owner") {
    throw ended(
      "The person who sent this invitation is no longer an owner of the team.",
    );
  }
  const tenant = await requireTenant(app, tenant_id);
  return {
    entry: entry as Deno.KvEntry<Invitation>,
    inviter,
    tenant_name: tenant.name,
  };
}

function replaced(): AppError {
  return ended(
    "This invitation has been withdrawn or replaced by a newer one.",
  );
}

function ended(what: string): AppError {
  return new AppError(
    "expired",
    `${what} Ask an owner of the team to send you a new one.`,
  );
}

/**
 * Accepts an invitation as a new person and signs them in. Account, membership and the invitation's use are one
 * commit: of several simultaneous accepts one wins, the others get `expired`. Throws `conflict` if the e-mail has an
 * account: then it has to be accepted signed in.
 */
export async function acceptAsNewUser(
  app: Context & WithPasswords,
  token: string,
  input: { name: string; password: string },
  caller: Caller,
): Promise<SignedIn> {
  const { entry: { value: { email } } } = await openInvitation(app, token);
  const user = await newUser(
    app,
    { ...input, email },
    caller.address,
  );
  return await commitWithRetry(app.kv, async (op) => {
    const open = await openInvitation(app, token);
    await requireFreeEmail(app, op, email).catch(async (error) => {
      // Another accept of this very invitation was faster; then say so.
      await openInvitation(app, token);
      throw error;
    });
    addUser(op, user);
    await useInvitation(app, op, open, user);
    return {
      user_id: user.id,
      session_token: startSession(
        app,
        op,
        user,
        open.entry.value.tenant_id,
        caller,
      ),
    };
  });
}

/** Accepts an invitation as the signed-in account with the same e-mail, and switches its session to the team. */
export async function acceptAsActor(
  app: Context,
  token: string,
  actor: Actor,
): Promise<void> {
  await commitAs(app, actor, async (op) => {
    const open = await openInvitation(app, token);
    const { entry } = open;
    const stored = await getUser(app, actor.user_id);
    const user = stored.value;
    if (!user || user.email !== entry.value.email) {
      throw new AppError(
        "forbidden",
        `This invitation is for ${entry.value.email}. Log in with that account to accept it.`,
      );
    }
    const member = await app.kv.get(
      keys.membership(entry.value.tenant_id, user.id),
    );
    if (member.value !== null) {
      // An older invitation must not change the member's current role.
      throw new AppError("conflict", "You are already a member of this team.");
    }
    // Rewritten unchanged: a simultaneous deletion of the account then checks its teams again.
    op.check(member, stored).set(stored.key, user);
    const key = keys.dashboardSession(actor.session_hash);
    const session = await app.kv.get<Record<string, unknown>>(key);
    if (session.value) {
      op.check(session).set(key, {
        ...session.value,
        tenant_id: entry.value.tenant_id,
      });
    }
    await useInvitation(app, op, open, user);
  });
}

async function useInvitation(
  app: Context,
  op: Deno.AtomicOperation,
  { entry, inviter }: OpenInvitation,
  user: User,
): Promise<void> {
  // Its creator is still an owner, and every other invitation of the address ends with this one.
  op.check(inviter);
  await replaceOthers(app, op, entry.value);
  const now = iso(app.clock.now());
  const { tenant_id, role } = entry.value;
  const tenant = await app.kv.get<Tenant>(keys.tenant(tenant_id));
  if (!tenant.value) throw notFound("team");
  // Rewritten unchanged: if the last member deletes the team right now, that checks the members again.
  op.check(tenant).set(tenant.key, tenant.value);
  op.check(entry).set(entry.key, { ...entry.value, accepted_at: now });
  addMembership(op, { tenant_id, user_id: user.id, role, created_at: now });
  const actor = { tenant_id, user_id: user.id, user_name: user.name };
  recordAudit(app, op, actor, {
    action: "user.joined",
    id: user.id,
    name: user.name,
  });
}
