import { getUser, getUserByEmail } from "./accounts.ts";
import type { Actor, Owner } from "../actor.ts";
import type { App } from "../app.ts";
import { recordAudit } from "../audit.ts";
import { DAY, iso } from "../clock.ts";
import { endSessions } from "./sessions.ts";
import { AppError, notFound } from "../errors.ts";
import { admitOrThrow, passwordCharge } from "../limits/policies.ts";
import type { Membership, User } from "../schemas/account.ts";
import { commitWithRetry } from "../store/commit.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";
import { newToken, sha256 } from "../crypto/secrets.ts";

const RESET_MS = DAY;

type PasswordReset = {
  user_id: string;
  /** SHA-256 of the password hash it replaces: a link ends when the password changes in any way. */
  replaces: string;
  expires_at: string;
};
export type ResetLink = { reset_url: string; expires_at: string };

/** A link, good once and for 24 hours, by which a member of the owner's team sets a new password. */
export async function createPasswordReset(
  app: App,
  owner: Owner,
  user_id: string,
): Promise<ResetLink> {
  const [membership, user] = await app.kv.getMany<[Membership, User]>([
    keys.membership(owner.tenant_id, user_id),
    keys.user(user_id),
  ]);
  if (!membership.value || !user.value) throw notFound("member");
  const op = app.kv.atomic();
  const link = setReset(app, op, user.value);
  recordAudit(app, op, owner, {
    action: "user.password_reset_created",
    id: user_id,
    name: user.value.name,
  });
  await op.commit();
  return link;
}

/** The same by e-mail, for whoever has a shell on the server. Throws `not_found` for an unknown e-mail. */
export async function createPasswordResetByEmail(
  app: App,
  email: string,
): Promise<ResetLink> {
  const user = await getUserByEmail(app, email.trim().toLowerCase());
  if (!user) {
    throw new AppError("not_found", `No account has the e-mail ${email}.`);
  }
  const op = app.kv.atomic();
  const link = setReset(app, op, user);
  await op.commit();
  return link;
}

function setReset(
  app: App,
  op: Deno.AtomicOperation,
  user: User,
): ResetLink {
  const token = newToken();
  const now = app.clock.now();
  const expires_at = iso(now + RESET_MS);
  const key = keys.passwordReset(sha256(token));
  const reset: PasswordReset = {
    user_id: user.id,
    replaces: sha256(user.password_hash),
    expires_at,
  };
  op.set(key, reset);
  op.set(expiryKey(now + RESET_MS, "delete", key), null);
  return { reset_url: `${app.config.base_url}/reset/${token}`, expires_at };
}

/** Whose password a link sets. Uses nothing up. Throws `expired` for a used, old or unknown link. */
export async function openPasswordReset(app: App, token: string) {
  const entry = await app.kv.get<PasswordReset>(
    keys.passwordReset(sha256(token)),
  );
  const user = entry.value && (await getUser(app, entry.value.user_id)).value;
  if (
    !entry.value || !user ||
    entry.value.replaces !== sha256(user.password_hash) ||
    Date.parse(entry.value.expires_at) <= app.clock.now()
  ) {
    throw new AppError(
      "expired",
      "This link was used already or is older than 24 hours. Ask an owner of your team for a new one.",
    );
  }
  return { entry, user };
}

/** Sets the password and uses the link up in one commit, then ends every session of the account. */
export async function resetPassword(
  app: App,
  token: string,
  password: string,
): Promise<void> {
  await openPasswordReset(app, token);
  const password_hash = await app.passwords.hash(password);
  const user_id = await commitWithRetry(app.kv, async (op) => {
    const { entry, user } = await openPasswordReset(app, token);
    const stored = await getUser(app, user.id);
    op.check(entry, stored).delete(entry.key)
      .set(keys.user(user.id), { ...user, password_hash });
    return user.id;
  });
  await endSessions(app, user_id);
}

/**
 * The hash that the actor's own password was verified against: what the password allows holds as long as that
 * is stored. Throws `invalid_input` for another password; only such guesses count against the `login` policy.
 */
export async function verifyOwnPassword(
  app: App,
  actor: Actor,
  current_password: string,
): Promise<string> {
  const charge = passwordCharge(app, actor.user_id);
  await admitOrThrow(app, [charge]);
  const { value: user } = await getUser(app, actor.user_id);
  const hash = user?.password_hash ?? null;
  if (!await app.passwords.verify(current_password, hash) || hash === null) {
    throw wrongPassword();
  }
  await app.admission.refund([charge]);
  return hash;
}

/** The actor's own record for a commit, as long as the verified password is still the account's. */
export async function requireVerifiedUser(
  app: App,
  actor: Actor,
  hash: string,
): Promise<Deno.KvEntry<User>> {
  const entry = await getUser(app, actor.user_id);
  if (!entry.value) throw notFound("account");
  if (entry.value.password_hash !== hash) throw wrongPassword();
  return entry;
}

function wrongPassword(): AppError {
  const message = "This is not your current password.";
  const issues = [{ path: "current_password", message }];
  return new AppError("invalid_input", message, { issues });
}

/** Changes one's own password and ends one's other sessions. Throws as `verifyOwnPassword`. */
export async function changePassword(
  app: App,
  actor: Actor,
  input: { current_password: string; password: string },
): Promise<void> {
  const hash = await verifyOwnPassword(app, actor, input.current_password);
  const password_hash = await app.passwords.hash(input.password);
  await commitWithRetry(app.kv, async (op) => {
    const entry = await requireVerifiedUser(app, actor, hash);
    op.check(entry).set(entry.key, { ...entry.value, password_hash });
  });
  await endSessions(app, actor.user_id, { keep: actor.session_hash });
}
