import { purgeSession } from "./purge.ts";
import type { Context } from "../context.ts";
import type { WithReads } from "../store/gathered_reads.ts";
import { iso } from "../clock.ts";
import { AppError } from "../errors.ts";
import type { Channel, Session } from "../schemas/chat.ts";
import { keys } from "../store/keys.ts";
import { getTwin } from "../twins/twins.ts";
import { DEFAULT_RETENTION_DAYS, type Twin } from "../schemas/twin.ts";
import { newId } from "../crypto/ids.ts";
import { constantTimeEqual, newToken, sha256 } from "../crypto/secrets.ts";

/**
 * A session with the id the visitor holds: the session's own id, whose ULID keeps new sessions adjacent in the store,
 * plus a secret, stored only as a hash. `is_new` until it is first recorded.
 */
export type VisitorSession = {
  session_id: string;
  session: Session;
  is_new: boolean;
  /** Of the session as read; null for a new one. */
  versionstamp: string | null;
};

/**
 * Opens the session with this id, or a new one if the server never issued the id, it belongs to another twin or
 * channel, or it has ended: an id is never adopted. Nothing is written until the first exchange is recorded.
 */
export async function openSession(
  app: Context & WithReads,
  twin_id: string,
  channel: Channel,
  session_id: string | undefined,
  retention_days = DEFAULT_RETENTION_DAYS,
): Promise<VisitorSession> {
  const found = session_id === undefined
    ? null
    : await getSessionEntry(app, session_id);
  if (
    session_id !== undefined && found && found.value.twin_id === twin_id &&
    sameChannel(found.value.channel, channel)
  ) {
    const { value: session, versionstamp } = found;
    return { session_id, session, versionstamp, is_new: false };
  }
  const secret = newToken();
  const now = app.clock.now();
  const id = newId("ses", now);
  return {
    session_id: `${id}_${secret}`,
    is_new: true,
    versionstamp: null,
    session: {
      id,
      twin_id,
      secret_hash: sha256(secret),
      channel,
      title: "",
      started_at: iso(now),
      last_active_at: iso(now),
      expires_at: iso(endOf(app, now, now)),
      messages: 0,
      unanswered: 0,
      kept_days: retention_days,
      blocked: false,
    },
  };
}

/** A live session; null for an id that the server did not issue or whose session has ended. */
export async function getSession(
  app: Context & WithReads,
  session_id: string,
): Promise<Session | null> {
  return (await getSessionEntry(app, session_id))?.value ?? null;
}

async function getSessionEntry(
  app: Context & WithReads,
  session_id: string,
): Promise<Deno.KvEntry<Session> | null> {
  const [, id, secret] = /^(ses_\w{26})_(\w{43})$/.exec(session_id) ?? [];
  if (id === undefined) return null;
  const entry = await app.reads.get<Session>(keys.session(id));
  const { value } = entry;
  if (!value || !constantTimeEqual(value.secret_hash, sha256(secret))) {
    return null;
  }
  return Date.parse(value.expires_at) > app.clock.now() ? entry : null;
}

/** Sessions do not cross channels, keys, or the people who preview. */
function sameChannel(a: Channel, b: Channel): boolean {
  if (a.kind === "key") return b.kind === "key" && a.key_id === b.key_id;
  if (a.kind === "preview") {
    return b.kind === "preview" && a.user_id === b.user_id && a.as === b.as &&
      a.channel === b.channel;
  }
  if (a.kind === "channel") {
    return b.kind === "channel" && a.channel_id === b.channel_id;
  }
  return b.kind === "link";
}

export function endOf(app: Context, started: number, now: number): number {
  const { session_idle_ms, session_max_ms } = app.config;
  return Math.min(now + session_idle_ms, started + session_max_ms);
}

/** A live session of a live twin; of the given twin if there is one. */
export async function requireSession(
  app: Context & WithReads,
  session_id: string,
  twin_id?: string,
): Promise<Session> {
  return (await requireSessionWithTwin(app, session_id, twin_id)).session;
}

/** Like `requireSession`, with the twin. */
export async function requireSessionWithTwin(
  app: Context & WithReads,
  session_id: string,
  twin_id?: string,
): Promise<{ session: Session; twin: Twin }> {
  const session = await getSession(app, session_id);
  const is_of_twin = twin_id === undefined || session?.twin_id === twin_id;
  const twin = session && is_of_twin
    ? await getTwin(app, session.twin_id)
    : null;
  if (session && twin) return { session, twin };
  throw conversationOver();
}

/** The error for a session that has ended. */
export function conversationOver(): AppError {
  return new AppError(
    "not_found",
    "This conversation has ended. Send a message to begin a new one.",
  );
}

/** Ends a session and deletes its messages: the session in this commit, the texts right after. */
export async function endVisitorSession(
  app: Context & WithReads,
  session_id: string,
  twin_id?: string,
): Promise<void> {
  const session = await requireSession(app, session_id, twin_id);
  await purgeSession(app, session);
}
