import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";
import { commitAs, isSessionOpen, passwordMark } from "../authority.ts";
import { DAY, HOUR, iso, MINUTE } from "../clock.ts";
import { AppError } from "../errors.ts";
import { renewCacheEpoch } from "../store/record_cache.ts";
import type { Caller } from "../limits/policies.ts";
import type { DashboardSession, Membership, User } from "../schemas/account.ts";
import { expiryKey } from "../store/expiries.ts";
import { mailLanguage } from "../mail/words/words.ts";
import { keys } from "../store/keys.ts";
import { getAll } from "../store/list.ts";
import { newToken, sha256 } from "../crypto/secrets.ts";
import { commit } from "../store/commit.ts";

/** A dashboard session ends 30 days after login, however often it is used. */
export const SESSION_MAX_MS = 30 * DAY;
/** The most browsers that one account may be signed in with. */
export const MAX_SESSIONS = 100;
/** How stale `last_active_at` may be, so that not every page view causes a write. */
const TOUCH_MS = 5 * MINUTE;

/** Adds a new session to a commit and returns its token; the store holds only its SHA-256. */
export function startSession(
  app: Context,
  op: Deno.AtomicOperation,
  user: User,
  tenant_id: string,
  caller: Pick<Caller, "user_agent" | "accept_language">,
): string {
  const user_id = user.id;
  const now = app.clock.now();
  const token = newToken();
  const session: DashboardSession = {
    token_hash: sha256(token),
    user_id,
    tenant_id,
    created_at: iso(now),
    last_active_at: iso(now),
    expires_at: iso(now + SESSION_MAX_MS),
    password_mark: passwordMark(user),
    user_agent: caller.user_agent.slice(0, 200),
  };
  const key = keys.dashboardSession(session.token_hash);
  op.set(key, session);
  op.set(keys.lastActive(user_id, tenant_id), iso(now));
  const { accept_language } = caller;
  if (accept_language) {
    op.set(keys.userLanguage(user_id), mailLanguage(accept_language));
  }
  op.set(keys.dashboardSessionByUser(user_id, session.token_hash), true);
  op.set(
    expiryKey(now + SESSION_MAX_MS + HOUR, "dashboard_session", key),
    null,
  );
  return token;
}

/**
 * Returns the holder of a session token with their current role; null for an unknown or ended session or a removed
 * member.
 */
export async function getActor(
  app: Context,
  token: string,
): Promise<Actor | null> {
  return await getActorByHash(app, sha256(token));
}

export async function getActorByHash(
  app: Context,
  token_hash: string,
): Promise<Actor | null> {
  const entry = await app.kv.get<DashboardSession>(
    keys.dashboardSession(token_hash),
  );
  const session = entry.value;
  if (!session) return null;
  const [user, membership] = await app.kv.getMany<[User, Membership]>([
    keys.user(session.user_id),
    keys.membership(session.tenant_id, session.user_id),
  ]);
  if (!user.value || !membership.value) return null;
  if (!isSessionOpen(session, user.value, app.clock.now())) return null;
  await touch(app, entry as Deno.KvEntry<DashboardSession>);
  return {
    user_id: user.value.id,
    user_name: user.value.name,
    email: user.value.email,
    tenant_id: session.tenant_id,
    role: membership.value.role,
    session_hash: token_hash,
  };
}

/** Extends the idle time. Losing a race is fine: another request has just done the same. */
async function touch(
  app: Context,
  entry: Deno.KvEntry<DashboardSession>,
): Promise<void> {
  const now = app.clock.now();
  if (now - Date.parse(entry.value.last_active_at) < TOUCH_MS) return;
  await commit(
    app.kv.atomic().check(entry)
      .set(entry.key, { ...entry.value, last_active_at: iso(now) })
      .set(
        keys.lastActive(entry.value.user_id, entry.value.tenant_id),
        iso(now),
      ),
  );
}

/** Ends one session; no error if it has already ended. */
export async function endSession(
  app: Context,
  token_hash: string,
): Promise<void> {
  const key = keys.dashboardSession(token_hash);
  const { value } = await app.kv.get<DashboardSession>(key);
  if (!value) return;
  const op = app.kv.atomic().delete(key)
    .delete(keys.dashboardSessionByUser(value.user_id, token_hash));
  renewCacheEpoch(op);
  await commit(op);
}

/** Lists a user's open sessions, most recently used first. */
export async function listSessions(
  app: Context,
  user_id: string,
): Promise<DashboardSession[]> {
  const { value: user } = await app.kv.get<User>(keys.user(user_id));
  if (!user) return [];
  const now = app.clock.now();
  return (await readSessions(app, user_id))
    .filter((session) => isSessionOpen(session, user, now))
    .sort((a, b) => b.last_active_at.localeCompare(a.last_active_at));
}

/** Ends a user's least recently used sessions beyond the maximum. */
export async function endOldest(app: Context, user_id: string): Promise<void> {
  if ((await readHashes(app, user_id)).length <= MAX_SESSIONS) return;
  const sessions = (await readSessions(app, user_id))
    .toSorted((a, b) => b.last_active_at.localeCompare(a.last_active_at));
  for (const { token_hash } of sessions.slice(MAX_SESSIONS)) {
    await endSession(app, token_hash);
  }
}

async function readHashes(app: Context, user_id: string): Promise<string[]> {
  const prefix = keys.dashboardSessionsByUser(user_id);
  const entries = await Array.fromAsync(app.kv.list({ prefix }));
  return entries.map(({ key }) => String(key[2]));
}

/** Reads a user's stored sessions, including ended ones. */
async function readSessions(
  app: Context,
  user_id: string,
): Promise<DashboardSession[]> {
  const hashes = await readHashes(app, user_id);
  const sessions = await getAll<DashboardSession>(
    app.kv,
    hashes.map(keys.dashboardSession),
  );
  return sessions.filter((session) => session !== null);
}

/** Ends every session of a user except `keep`; only those of one tenant if it is given. */
export async function endSessions(
  app: Context,
  user_id: string,
  options: { keep?: string; tenant_id?: string } = {},
): Promise<void> {
  for (const session of await readSessions(app, user_id)) {
    if (session.token_hash === options.keep) continue;
    if (options.tenant_id && session.tenant_id !== options.tenant_id) continue;
    await endSession(app, session.token_hash);
  }
}

/** Switches the session to another of the user's tenants. Throws `not_found` for any other tenant. */
export async function switchTenant(
  app: Context,
  actor: Actor,
  tenant_id: string,
): Promise<void> {
  await commitAs(app, actor, async (op) => {
    const [session, membership] = await app.kv.getMany<
      [DashboardSession, Membership]
    >([
      keys.dashboardSession(actor.session_hash),
      keys.membership(tenant_id, actor.user_id),
    ]);
    if (!session.value || !membership.value) {
      throw new AppError("not_found", "You are not a member of this team.");
    }
    op.check(session, membership)
      .set(session.key, { ...session.value, tenant_id });
  });
}

/** Removes an ended session and its index entries. */
export async function removeDashboardSession(app: Context, key: Deno.KvKey) {
  const { value } = await app.kv.get<DashboardSession>(key);
  if (!value) return null;
  await commit(
    app.kv.atomic().delete(key)
      .delete(keys.dashboardSessionByUser(value.user_id, value.token_hash)),
  );
  return null;
}
