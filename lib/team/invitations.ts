import { commit } from "../store/commit.ts";
import type { Owner } from "../actor.ts";
import { getUserByEmail, requireTenant } from "../accounts/accounts.ts";
import type { Context } from "../context.ts";
import { recordAudit } from "../audit/audit.ts";
import { commitAs } from "../authority.ts";
import { DAY, iso } from "../clock.ts";
import { AppError, notFound } from "../errors.ts";
import type { Role } from "../schemas/common.ts";
import type { Invitation, NewInvitationView } from "../schemas/team.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";
import type { WithAdmission } from "../limits/admission.ts";
import {
  admitOrThrow,
  letterCharges,
  policyCharge,
} from "../limits/policies.ts";
import { addLetter, sendsMail } from "../mail/outbox.ts";
import { invitationLetter } from "./invitation_letter.ts";
import { newId } from "../crypto/ids.ts";
import { newToken, sha256 } from "../crypto/secrets.ts";

const INVITATION_MS = 7 * DAY;

/** Ended invitations are kept this long, so that their link can still say why it does not work. */
const INVITATION_KEPT_MS = 30 * DAY;

/**
 * Invites an e-mail. Only the return value has the link; an earlier invitation of the address ends with this commit.
 * Throws `conflict` for a member, and `rate_limited` if the team has created or mailed too many.
 */
export async function inviteUser(
  app: Context & WithAdmission,
  owner: Owner,
  input: { email: string; role: Role },
): Promise<NewInvitationView> {
  await admitInvitation(app, owner, input.email);
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
  return await commitAs(app, owner, async (op) => {
    await requireNoMember(app, owner, input.email);
    await replaceOthers(app, op, invitation);
    recordAudit(app, op, owner, {
      action: "user.invited",
      id: invitation.id,
      name: input.email,
    });
    return await send(app, op, owner, invitation);
  });
}

/** Like `setInvitation`; if this server sends mail, the same commit mails the link to the person. */
async function send(
  app: Context,
  op: Deno.AtomicOperation,
  { user_name, user_id, tenant_id }: Owner,
  invitation: Invitation,
): Promise<NewInvitationView> {
  const made = setInvitation(app, op, invitation);
  if (!sendsMail(app)) return made;
  const { name } = await requireTenant(app, tenant_id);
  const { email, role, invite_url } = made;
  // The language of someone without an account is unknown: most likely it is the inviter's.
  const reader = await getUserByEmail(app, email);
  const language = await app.kv.get<string>(
    keys.userLanguage(reader?.id ?? user_id),
  );
  const letter = invitationLetter({
    ...{ to: email, role, inviter: user_name, team: name, url: invite_url },
    language: language.value ?? undefined,
  });
  addLetter(app, op, tenant_id, letter);
  return made;
}

async function admitInvitation(
  app: Context & WithAdmission,
  { tenant_id }: Owner,
  email: string,
): Promise<void> {
  const letter = sendsMail(app) ? letterCharges(app, tenant_id, email) : [];
  const invitation = policyCharge(app, "team_invites", tenant_id);
  await admitOrThrow(app, [invitation, ...letter]);
}

async function requireNoMember(app: Context, owner: Owner, email: string) {
  const user = await getUserByEmail(app, email);
  const member = user && await app.kv.get(
    keys.membership(owner.tenant_id, user.id),
  );
  if (!member?.value) return;
  throw new AppError(
    "conflict",
    "This person is already a member of the team.",
  );
}

/** Adds to a commit that this is the only invitation of its address: any other pending one ends. */
export async function replaceOthers(
  app: Context,
  op: Deno.AtomicOperation,
  { id, tenant_id, email }: Invitation,
): Promise<void> {
  const place = await app.kv.get<string>(
    keys.invitationByEmail(tenant_id, email),
  );
  op.check(place).set(place.key, id);
  if (place.value === null || place.value === id) return;
  const other = await app.kv.get<Invitation>(
    keys.invitation(tenant_id, place.value),
  );
  const { value } = other;
  if (!value || value.accepted_at !== null || value.withdrawn_at) return;
  const withdrawn_at = iso(app.clock.now());
  op.check(other).set(other.key, { ...value, withdrawn_at });
}

/** Gives an invitation a new link and seven days, in a commit. The old link's hash is kept, to say why it ended. */
function setInvitation(
  app: Context,
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

async function requireInvitation(
  app: Context,
  owner: Owner,
  invitation_id: string,
) {
  const entry = await app.kv.get<Invitation>(
    keys.invitation(owner.tenant_id, invitation_id),
  );
  const { value } = entry;
  if (value && value.accepted_at === null && !value.withdrawn_at) return entry;
  throw notFound("invitation");
}

/**
 * Creates a new link with seven more days; the old one ends with this commit. Throws `rate_limited` as `inviteUser`.
 */
export async function resendInvitation(
  app: Context & WithAdmission,
  owner: Owner,
  invitation_id: string,
): Promise<NewInvitationView> {
  const { value } = await requireInvitation(app, owner, invitation_id);
  await admitInvitation(app, owner, value.email);
  return await commitAs(app, owner, async (op) => {
    const entry = await requireInvitation(app, owner, invitation_id);
    op.check(entry);
    await replaceOthers(app, op, entry.value);
    recordAudit(app, op, owner, {
      action: "user.invitation_resent",
      id: invitation_id,
      name: entry.value.email,
    });
    // Whoever resends it is responsible for it from now on.
    const invitation = { ...entry.value, invited_by: owner.user_id };
    return await send(app, op, owner, invitation);
  });
}

/** Revokes an invitation; it stays in the list until it would have been removed anyway. */
export async function revokeInvitation(
  app: Context,
  owner: Owner,
  invitation_id: string,
): Promise<void> {
  await commitAs(app, owner, async (op) => {
    const entry = await requireInvitation(app, owner, invitation_id);
    const withdrawn_at = iso(app.clock.now());
    op.check(entry).set(entry.key, { ...entry.value, withdrawn_at });
    recordAudit(app, op, owner, {
      action: "user.invitation_revoked",
      id: invitation_id,
      name: entry.value.email,
    });
  });
}

/** Removes an invitation some time after its end. */
export async function removeInvitation(app: Context, key: Deno.KvKey) {
  const entry = await app.kv.get<Invitation>(key);
  if (!entry.value) return null;
  const kept_until = Date.parse(entry.value.expires_at) + INVITATION_KEPT_MS;
  // Resent since, with its own note for the new end.
  if (kept_until > app.clock.now()) return null;
  const { id, tenant_id, email } = entry.value;
  const good = await app.kv.get(keys.invitationByEmail(tenant_id, email));
  const op = app.kv.atomic().check(entry).delete(key);
  if (good.value === id) op.check(good).delete(good.key);
  await commit(op);
  return null;
}
