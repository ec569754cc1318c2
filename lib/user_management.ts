import type { Actor, Owner } from "./actor.ts";
import {
  addMembership,
  addUser,
  getUser,
  getUserByEmail,
  newUser,
  requireFreeEmail,
  requireTenant,
  type SignedIn,
} from "./accounts.ts";
import type { App } from "./app.ts";
import { recordAudit } from "./audit.ts";
import { DAY, iso } from "./clock.ts";
import { endSessions, startSession } from "./dashboard_sessions.ts";
import { AppError, notFound } from "./errors.ts";
import { markRevocation } from "./open_streams.ts";
import type { Caller } from "./policies.ts";
import type { Membership, User } from "./schemas/account.ts";
import type { List, ListQuery, Role } from "./schemas/common.ts";
import type {
  Invitation,
  InvitationView,
  MemberView,
  NewInvitationView,
} from "./schemas/team.ts";
import { commitWithRetry } from "./store/commit.ts";
import { expiryKey } from "./store/expiries.ts";
import { keys } from "./store/keys.ts";
import { getAll, listPage } from "./store/list.ts";
import { newId, newToken, sha256 } from "./tokens.ts";

const INVITATION_MS = 7 * DAY;
/** Ended invitations stay this long, so that their link can still say why it does not work. */
export const INVITATION_KEPT_MS = 30 * DAY;

/** The members of the actor's tenant, newest first. */
export async function listMembers(
  app: App,
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

/** Invites an e-mail. The link is in the answer and nowhere else. Throws `conflict` for a member. */
export async function inviteUser(
  app: App,
  owner: Owner,
  input: { email: string; role: Role },
): Promise<NewInvitationView> {
  const user = await getUserByEmail(app, input.email);
  const member = user && await app.kv.get(
    keys.membership(owner.tenant_id, user.id),
  );
  if (member?.value) {
    throw new AppError(
      "conflict",
      "This person is a member of the team already.",
    );
  }
  const now = app.clock.now();
  const invitation: Invitation = {
    id: newId("inv", now),
    tenant_id: owner.tenant_id,
    email: input.email,
    role: input.role,
    token_hash: "",
    invited_by: owner.user_id,
    created_at: iso(now),
    expires_at: "",
    accepted_at: null,
  };
  const op = app.kv.atomic();
  const view = setInvitation(app, op, invitation);
  recordAudit(app, op, owner, {
    action: "user.invited",
    id: invitation.id,
    name: input.email,
  });
  await op.commit();
  return view;
}

/** Gives an invitation a new link and seven days, in a commit. The old link's hash stays, to say why it ended. */
function setInvitation(
  app: App,
  op: Deno.AtomicOperation,
  invitation: Invitation,
): NewInvitationView {
  const now = app.clock.now();
  const token = newToken();
  const expires_at = iso(now + INVITATION_MS);
  const { id, tenant_id, email, role } = invitation;
  const key = keys.invitation(tenant_id, id);
  const by_token = keys.invitationByToken(sha256(token));
  op.set(key, { ...invitation, token_hash: sha256(token), expires_at });
  op.set(by_token, [tenant_id, id]);
  const gone_at = now + INVITATION_MS + INVITATION_KEPT_MS;
  op.set(expiryKey(gone_at, "invitation", key), null);
  op.set(expiryKey(gone_at, "delete", by_token), null);
  return {
    id,
    email,
    role,
    expires_at,
    invite_url: `${app.config.base_url}/invite/${token}`,
  };
}

/** Invitations nobody accepted yet, newest first, without their links. */
export async function listInvitations(
  app: App,
  actor: Actor,
  query: ListQuery,
): Promise<List<InvitationView>> {
  const prefix = keys.invitations(actor.tenant_id);
  const page = await listPage<Invitation>(app.kv, prefix, query);
  const now = app.clock.now();
  return {
    next_cursor: page.next_cursor,
    items: page.items.map(({ value }) => value)
      .filter((invitation) => invitation.accepted_at === null)
      .map(({ id, email, role, created_at, expires_at }) => ({
        id,
        email,
        role,
        status: Date.parse(expires_at) > now ? "pending" : "expired",
        created_at,
        expires_at,
      })),
  };
}

async function requireInvitation(
  app: App,
  owner: Owner,
  invitation_id: string,
) {
  const entry = await app.kv.get<Invitation>(
    keys.invitation(owner.tenant_id, invitation_id),
  );
  if (entry.value && entry.value.accepted_at === null) return entry;
  throw notFound("invitation");
}

/** A new link with seven more days; the old one ends with this commit. */
export async function resendInvitation(
  app: App,
  owner: Owner,
  invitation_id: string,
): Promise<NewInvitationView> {
  return await commitWithRetry(app.kv, async (op) => {
    const entry = await requireInvitation(app, owner, invitation_id);
    op.check(entry);
    recordAudit(app, op, owner, {
      action: "user.invitation_resent",
      id: invitation_id,
      name: entry.value.email,
    });
    return setInvitation(app, op, entry.value);
  });
}

export async function revokeInvitation(
  app: App,
  owner: Owner,
  invitation_id: string,
): Promise<void> {
  await commitWithRetry(app.kv, async (op) => {
    const entry = await requireInvitation(app, owner, invitation_id);
    op.check(entry).delete(entry.key);
    recordAudit(app, op, owner, {
      action: "user.invitation_revoked",
      id: invitation_id,
      name: entry.value.email,
    });
  });
}

/** An invitation that can be accepted, and whether its e-mail has an account. */
export type OpenInvitation = {
  entry: Deno.KvEntry<Invitation>;
  tenant_name: string;
  has_account: boolean;
};

/**
 * The invitation of a link. Uses nothing up. Throws `not_found` for a link that never was, `expired` for one
 * that was used, replaced, revoked or is too old.
 */
export async function openInvitation(
  app: App,
  token: string,
): Promise<OpenInvitation> {
  const hash = sha256(token);
  const place = await app.kv.get<[string, string]>(
    keys.invitationByToken(hash),
  );
  if (!place.value) {
    throw new AppError(
      "not_found",
      "This invitation link is not complete or not ours. Open it again from the message you got.",
    );
  }
  const entry = await app.kv.get<Invitation>(keys.invitation(...place.value));
  const invitation = entry.value;
  if (!invitation || invitation.token_hash !== hash) {
    throw ended("This invitation was withdrawn or replaced by a newer one.");
  }
  if (invitation.accepted_at !== null) {
    throw new AppError(
      "expired",
      "This invitation was accepted already. Log in with the account it made.",
    );
  }
  if (Date.parse(invitation.expires_at) <= app.clock.now()) {
    throw ended("This invitation is older than seven days.");
  }
  const tenant = await requireTenant(app, invitation.tenant_id);
  return {
    entry: entry as Deno.KvEntry<Invitation>,
    tenant_name: tenant.name,
    has_account: await getUserByEmail(app, invitation.email) !== null,
  };
}

function ended(what: string): AppError {
  return new AppError(
    "expired",
    `${what} Ask an owner of the team to send you a new one.`,
  );
}

/**
 * Accepts an invitation as a new person and signs them in. Account, membership and the invitation's use are
 * one commit: of many accepts at once one wins, the others get `expired`. Throws `conflict` when the e-mail
 * has an account: that one accepts signed in.
 */
export async function acceptAsNewUser(
  app: App,
  token: string,
  input: { name: string; password: string },
  caller: Caller,
): Promise<SignedIn> {
  const { entry: { value: { email } } } = await openInvitation(app, token);
  const user = await newUser(app, { ...input, email });
  return await commitWithRetry(app.kv, async (op) => {
    const { entry } = await openInvitation(app, token);
    await requireFreeEmail(app, op, email).catch(async (error) => {
      // Taken by another accept of this very invitation: then say that.
      await openInvitation(app, token);
      throw error;
    });
    addUser(op, user);
    useInvitation(app, op, entry, user);
    return {
      user_id: user.id,
      session_token: startSession(
        app,
        op,
        user.id,
        entry.value.tenant_id,
        caller,
      ),
    };
  });
}

/** Accepts an invitation as the signed-in account of the same e-mail, and moves its session to the team. */
export async function acceptAsActor(
  app: App,
  token: string,
  actor: Actor,
): Promise<void> {
  await commitWithRetry(app.kv, async (op) => {
    const { entry } = await openInvitation(app, token);
    const user = (await getUser(app, actor.user_id)).value;
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
      // An older invitation must not change the role that the member has by now.
      throw new AppError("conflict", "You are a member of this team already.");
    }
    op.check(member);
    const key = keys.dashboardSession(actor.session_hash);
    const session = await app.kv.get<Record<string, unknown>>(key);
    if (session.value) {
      op.check(session).set(key, {
        ...session.value,
        tenant_id: entry.value.tenant_id,
      });
    }
    useInvitation(app, op, entry, user);
  });
}

function useInvitation(
  app: App,
  op: Deno.AtomicOperation,
  entry: Deno.KvEntry<Invitation>,
  user: User,
): void {
  const now = iso(app.clock.now());
  const { tenant_id, role } = entry.value;
  op.check(entry).set(entry.key, { ...entry.value, accepted_at: now });
  addMembership(op, { tenant_id, user_id: user.id, role, created_at: now });
  const actor = { tenant_id, user_id: user.id, user_name: user.name };
  recordAudit(app, op, actor, {
    action: "user.joined",
    id: user.id,
    name: user.name,
  });
}

/** Changes a member's role, from its next request on. Throws `conflict` for the last owner. */
export async function changeRole(
  app: App,
  owner: Owner,
  user_id: string,
  role: Role,
): Promise<MemberView> {
  const user = (await getUser(app, user_id)).value;
  if (!user) throw notFound("member");
  const membership = await commitWithRetry(app.kv, async (op) => {
    const entry = await requireMembership(app, owner, user_id);
    if (entry.value.role === "owner" && role !== "owner") {
      await checkOtherOwner(app, op, entry.value, "made a viewer");
    }
    const changed = { ...entry.value, role };
    op.check(entry).set(entry.key, changed);
    markRevocation(op);
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

/** Removes a member: no request of theirs is answered after this commit. Throws `conflict` for the last owner. */
export async function removeMember(
  app: App,
  owner: Owner,
  user_id: string,
): Promise<void> {
  const user = (await getUser(app, user_id)).value;
  if (!user) throw notFound("member");
  await commitWithRetry(app.kv, async (op) => {
    const entry = await requireMembership(app, owner, user_id);
    if (entry.value.role === "owner") {
      await checkOtherOwner(app, op, entry.value, "removed");
    }
    op.check(entry).delete(entry.key)
      .delete(keys.tenantByUser(user_id, owner.tenant_id))
      .delete(keys.lastActive(user_id, owner.tenant_id));
    markRevocation(op);
    recordAudit(app, op, owner, {
      action: "user.removed",
      id: user.id,
      name: user.name,
    });
  });
  await endSessions(app, user_id, { tenant_id: owner.tenant_id });
}

async function requireMembership(app: App, owner: Owner, user_id: string) {
  const entry = await app.kv.get<Membership>(
    keys.membership(owner.tenant_id, user_id),
  );
  if (entry.value) return entry;
  throw notFound("member");
}

/**
 * Adds to the commit the check that another owner stays one. Two owners who demote each other at once check
 * each other, so one of the commits fails and then finds no other owner.
 */
async function checkOtherOwner(
  app: App,
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
