import { getUser } from "./accounts.ts";
import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";
import type { WithAdmission } from "../limits/admission.ts";
import type { WithPasswords } from "./passwords.ts";
import { commitAs, passwordMark, signedOut } from "../authority.ts";
import { endSessions } from "./sessions.ts";
import { AppError, notFound } from "../errors.ts";
import { admitOrThrow, passwordCharge } from "../limits/policies.ts";
import type { DashboardSession, User } from "../schemas/account.ts";
import { renewCacheEpoch } from "../store/record_cache.ts";
import { keys } from "../store/keys.ts";

/**
 * Returns the hash that the actor's password was verified against; what the password permits is valid while that hash
 * is stored. Throws `invalid_input` for a wrong password; only wrong guesses count against the `login` policy.
 */
export async function verifyOwnPassword(
  app: Context & WithAdmission & WithPasswords,
  actor: Actor,
  current_password: string,
): Promise<string> {
  const charge = passwordCharge(app, actor.user_id);
  await admitOrThrow(app, [charge]);
  const { value: user } = await getUser(app, actor.user_id);
  const hash = user?.password_hash ?? null;
  const { user_id } = actor;
  const is_right = await app.passwords.verify(current_password, hash, user_id)
    .catch(async (error) => {
      // The hasher was full, which is not a wrong guess.
      await app.admission.refund([charge]);
      throw error;
    });
  if (!is_right || hash === null) throw wrongPassword();
  await app.admission.refund([charge]);
  return hash;
}

/** Reads the actor's record for a commit; valid while the verified password is still the account's. */
export async function requireVerifiedUser(
  app: Context,
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

/** Changes the actor's password and ends their other sessions in the same commit. Throws as `verifyOwnPassword`. */
export async function changePassword(
  app: Context & WithAdmission & WithPasswords,
  actor: Actor,
  input: { current_password: string; password: string },
): Promise<void> {
  const hash = await verifyOwnPassword(app, actor, input.current_password);
  const password_hash = await app.passwords.hash(
    input.password,
    actor.user_id,
  );
  await commitAs(app, actor, async (op) => {
    const entry = await requireVerifiedUser(app, actor, hash);
    const user: User = { ...entry.value, password_hash };
    const session = await app.kv.get<DashboardSession>(
      keys.dashboardSession(actor.session_hash),
    );
    if (!session.value) throw signedOut();
    op.check(entry, session).set(entry.key, user)
      .set(session.key, {
        ...session.value,
        password_mark: passwordMark(user),
      });
    renewCacheEpoch(op);
  });
  await endSessions(app, actor.user_id, { keep: actor.session_hash });
}
