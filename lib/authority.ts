import { type Actor, includesRole } from "./actor.ts";
import type { Context } from "./context.ts";
import { sha256 } from "./crypto/secrets.ts";
import { DAY } from "./clock.ts";
import { AppError, isAppError } from "./errors.ts";
import {
  type ApiKey,
  includesScope,
  isKeyLive,
  type Scope,
  scopesOf,
} from "./schemas/api_key.ts";
import type { DashboardSession, Membership, User } from "./schemas/account.ts";
import type { Trial } from "./schemas/trial.ts";
import { commitWithRetry } from "./store/commit.ts";
import { keys } from "./store/keys.ts";

/** How long a dashboard session lasts after its last use. */
const SESSION_IDLE_MS = 7 * DAY;

/** Binds a session to a password: the commit that sets another password ends it. */
export function passwordMark({ password_hash }: Pick<User, "password_hash">) {
  return sha256(password_hash);
}

/** Whether a session is valid at a moment, in milliseconds, given the account's current state. */
export function isSessionOpen(
  session: DashboardSession,
  user: User,
  now: number,
): boolean {
  return Date.parse(session.expires_at) > now &&
    Date.parse(session.last_active_at) + SESSION_IDLE_MS > now &&
    // From before sessions were marked: the password change itself ended those.
    [undefined, passwordMark(user)].includes(session.password_mark);
}

/** The error for anyone not, or no longer, signed in. */
export function signedOut(): AppError {
  return new AppError(
    "unauthorized",
    "Log in first; your session may have ended.",
  );
}

/**
 * Adds to a commit the check that the actor may still act: the session is open, the account belongs to the team, and
 * the role is the actor's or a higher one. A right revoked between reading and committing makes the commit fail.
 * Throws `unauthorized` and `forbidden` if it was revoked before.
 */
export async function checkAuthority(
  app: Context,
  op: Deno.AtomicOperation,
  actor: Actor,
): Promise<void> {
  if (actor.key) return await checkKey(app, op, actor.key);
  if (actor.trial) return await checkTrial(app, op, actor.trial);
  const [session, user, membership] = await app.kv.getMany<
    [DashboardSession, User, Membership]
  >([
    keys.dashboardSession(actor.session_hash),
    keys.user(actor.user_id),
    keys.membership(actor.tenant_id, actor.user_id),
  ]);
  if (!user.value || !membership.value) throw signedOut();
  op.check(membership);
  if (!actor.outlives_session) {
    const is_open = session.value &&
      isSessionOpen(session.value, user.value, app.clock.now());
    if (!is_open) throw signedOut();
    op.check(session, user);
  }
  if (includesRole(membership.value.role, actor.role)) return;
  throw new AppError(
    "forbidden",
    "Your role in this team has just been changed. Reload the page to see what you can do now.",
  );
}

/** For a program: its key is live and has the scope. */
async function checkKey(
  app: Context,
  op: Deno.AtomicOperation,
  { hash, scope }: NonNullable<Actor["key"]>,
): Promise<void> {
  const entry = await app.kv.get<ApiKey>(keys.apiKey(hash));
  if (!entry.value || !isKeyLive(entry.value, app.clock.now())) {
    throw new AppError(
      "unauthorized",
      "This API key has just been revoked or has expired. Use another one.",
    );
  }
  op.check(entry);
  requireScope(entry.value, scope);
}

/** For someone trying a twin without an account: it has not been taken over or expired. */
async function checkTrial(
  app: Context,
  op: Deno.AtomicOperation,
  { hash }: NonNullable<Actor["trial"]>,
): Promise<void> {
  const entry = await app.kv.get<Trial>(keys.trial(hash));
  if (!entry.value || Date.parse(entry.value.expires_at) <= app.clock.now()) {
    throw signedOut();
  }
  op.check(entry);
}

/** Throws `forbidden` if a key lacks the scope; null marks what no key may do. */
export function requireScope(
  key: ApiKey,
  scope: Scope | null,
): asserts scope is Scope {
  if (scope === null) {
    throw new AppError(
      "forbidden",
      "API keys are not allowed to do this. Do it in the dashboard.",
    );
  }
  if (includesScope(scopesOf(key), scope)) return;
  throw new AppError(
    "forbidden",
    `The key "${key.key_prefix}…" needs the scope ${scope} for this. An owner can grant it in the dashboard under API Keys.`,
  );
}

/** Throws `unauthorized` or `forbidden` if the actor may no longer do what they are doing. */
export async function recheckAuthority(
  app: Context,
  actor: Actor,
): Promise<void> {
  await checkAuthority(app, app.kv.atomic(), actor);
}

/** Whether an error means that the actor lost the right to finish. */
export function isAuthorityLost(error: unknown): boolean {
  return isAppError(error) &&
    (error.code === "unauthorized" || error.code === "forbidden");
}

/** Like `commitWithRetry`, on behalf of an actor: the commit fails unless they may still act (`checkAuthority`). */
export async function commitAs<T>(
  app: Context,
  actor: Actor,
  attempt: (op: Deno.AtomicOperation) => Promise<T> | T,
): Promise<T> {
  const result = await commitWithRetry(app.kv, async (op) => {
    await checkAuthority(app, op, actor);
    try {
      const made = await attempt(op);
      noteMade(op, actor, made);
      return made;
    } catch (error) {
      // It may have failed because the right was revoked meanwhile; then say so.
      await recheckAuthority(app, actor);
      throw error;
    }
  });
  carriedOut(actor);
  return result;
}

/**
 * Adds to the commit in which a call first creates something that the call was carried out: however it ends, it is
 * not repeated.
 */
export function noteMade(
  op: Deno.AtomicOperation,
  { claim }: Actor,
  made: unknown,
): void {
  if (claim?.value.state !== "begun") return;
  const { key, versionstamp, value } = claim;
  const { id } = Object(made) as { id?: unknown };
  op.check({ key, versionstamp }).set(key, {
    ...value,
    state: "made",
    ...typeof id === "string" ? { made_id: id } : {},
  });
}

/** Called after the commit of `noteMade`: the call's further changes are not recorded. */
export function carriedOut({ claim }: Actor): void {
  if (claim) claim.value.state = "made";
}
