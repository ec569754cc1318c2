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

/** A session of the dashboard ends so long after it was last used. */
const SESSION_IDLE_MS = 7 * DAY;

/** What a session begins under: it ends in the very commit that sets another password. */
export function passwordMark({ password_hash }: Pick<User, "password_hash">) {
  return sha256(password_hash);
}

/** Whether a session may be used at a moment, in milliseconds, by the account as it is now. */
export function isSessionOpen(
  session: DashboardSession,
  user: User,
  now: number,
): boolean {
  return Date.parse(session.expires_at) > now &&
    Date.parse(session.last_active_at) + SESSION_IDLE_MS > now &&
    // One from before sessions were marked was ended by the change of password itself.
    [undefined, passwordMark(user)].includes(session.password_mark);
}

/** The error for whoever is not signed in, or no longer. */
export function signedOut(): AppError {
  return new AppError(
    "unauthorized",
    "Log in first; your session may have ended.",
  );
}

/**
 * Adds to a commit that the actor may still do what it does: the session is open, the account belongs to the team, in
 * the role that the actor had or a higher one. What is taken away between reading and committing makes the commit
 * fail. Throws `unauthorized` and `forbidden` where it was taken away already.
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
    "Your role in this team has just been changed. Load the page again to see what you can do now.",
  );
}

/** Of a program: its key is live and holds the scope. */
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

/** Of whoever tries a twin without an account: nobody has taken it over, and its time is not up. */
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

/** Throws `forbidden` where a key does not hold a scope; null is what no key may do. */
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
export async function requireStill(app: Context, actor: Actor): Promise<void> {
  await checkAuthority(app, app.kv.atomic(), actor);
}

/** Whether an error means that the actor may no longer do what they began. */
export function isAuthorityLost(error: unknown): boolean {
  return isAppError(error) &&
    (error.code === "unauthorized" || error.code === "forbidden");
}

/** As `commitWithRetry`, for what someone signed in does: the commit fails unless they still may (`checkAuthority`). */
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
      // It may have failed because the right was taken away meanwhile: then that is what to say.
      await requireStill(app, actor);
      throw error;
    }
  });
  carriedOut(actor);
  return result;
}

/** Adds to the commit by which a call first makes something that it did: however it ends, it is not carried out again. */
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

/** After the commit of `noteMade`: what else the call changes is noted no more. */
export function carriedOut({ claim }: Actor): void {
  if (claim) claim.value.state = "made";
}
