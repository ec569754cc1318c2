import type { Attempt, WithAdmission } from "../limits/admission.ts";
import type { Context } from "../context.ts";
import type { WithReads } from "../store/gathered_reads.ts";
import { DAY, iso } from "../clock.ts";
import { AppError } from "../errors.ts";
import { countExchange } from "../figures/figures.ts";
import { noteUnanswered } from "./unanswered_note.ts";
import {
  type Channel,
  channelName,
  type Exchange,
  type Session,
  type SessionView,
} from "../schemas/chat.ts";
import { expiryKey } from "../store/expiries.ts";
import type { Changes } from "../store/changes.ts";
import { keys } from "../store/keys.ts";
import { deleteAll } from "../store/list.ts";
import { getTwin } from "../twins/twins.ts";
import {
  DEFAULT_RETENTION_DAYS,
  retentionOf,
  type Twin,
} from "../schemas/twin.ts";
import { newId } from "../crypto/ids.ts";
import { constantTimeEqual, newToken, sha256 } from "../crypto/secrets.ts";
import { commit } from "../store/commit.ts";

const MAX_TITLE = 200;

/**
 * A session with the id the visitor holds: the session's own, whose ULID keeps new sessions side by side in the
 * store, and a secret, of which only the hash is stored. `is_new` until it is first recorded.
 */
export type VisitorSession = {
  session_id: string;
  session: Session;
  is_new: boolean;
  /** Of the session as it was read; null of a new one. */
  versionstamp: string | null;
};

/**
 * The session of this id, or a new one where the server never minted it, it is another twin's or channel's,
 * or it has ended: an id is never adopted. Nothing is written until the first exchange is recorded.
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

/** A live session; null for an id the server did not mint or whose session has ended. */
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

/** Sessions do not cross channels, nor keys, nor the people who preview. */
function sameChannel(a: Channel, b: Channel): boolean {
  if (a.kind === "key") return b.kind === "key" && a.key_id === b.key_id;
  if (a.kind === "preview") {
    return b.kind === "preview" && a.user_id === b.user_id && a.as === b.as &&
      a.channel === b.channel;
  }
  return b.kind === "link";
}

function endOf(app: Context, started: number, now: number): number {
  const { session_idle_ms, session_max_ms } = app.config;
  return Math.min(now + session_idle_ms, started + session_max_ms);
}

/**
 * What adds an exchange to a commit and moves the session's end; a new session begins with it. Answers what
 * stands recorded: the earlier exchange where the same `client_message_id` was recorded before, and null
 * where the visitor has ended the session meanwhile.
 */
export function recording(
  app: Context,
  opened: VisitorSession,
  exchange: Exchange,
): Attempt<Exchange | null> {
  const key = keys.session(opened.session.id);
  let is_first = true;
  return async (op) => {
    // What was read when the session was opened will do, unless it turns out to have changed.
    const entry = is_first || opened.is_new
      ? { key, value: opened.session, versionstamp: opened.versionstamp }
      : await app.kv.get<Session>(key);
    is_first = false;
    const session = entry.value;
    if (!session) return null;
    const earlier = await claim(app, op, opened, exchange);
    if (earlier) return earlier;
    const now = app.clock.now();
    op.check(entry).set(key, {
      ...session,
      title: session.title || exchange.question.slice(0, MAX_TITLE),
      last_active_at: iso(now),
      expires_at: iso(endOf(app, Date.parse(session.started_at), now)),
      messages: session.messages + 1,
      unanswered: session.unanswered + (isUnanswered(exchange) ? 1 : 0),
    });
    op.set(keys.message(session.id, exchange.id), exchange);
    countExchange(op, session, exchange, now);
    if (isUnanswered(exchange) && session.kept_days !== 0) {
      noteUnanswered(op, session, exchange);
    }
    if (opened.is_new) addSession(op, session, now);
    return exchange;
  };
}

/** Records an exchange that was charged before. Answers what stands recorded, as `recording` does. */
export async function recordExchange(
  app: Context & WithAdmission,
  opened: VisitorSession,
  exchange: Exchange,
): Promise<Exchange | null> {
  return await app.admission.write(recording(app, opened, exchange));
}

/** The note to purge a new session, and what it is found by, unless it is for the visitor alone. */
function addSession(
  op: Changes,
  { id, twin_id, channel, kept_days, expires_at }: Session,
  now: number,
) {
  const due_at = kept_days ? now + kept_days * DAY : Date.parse(expires_at);
  op.set(expiryKey(due_at, "session", keys.session(id)), twin_id);
  if (!kept_days) return;
  const name = channelName(channel);
  if (name !== null) op.set(keys.sessionByChannel(twin_id, name, id), true);
  op.set(keys.sessionByTwin(twin_id, id), true);
}

/** Takes the client's own message id for this exchange; answers the one that has it already. */
async function claim(
  app: Context,
  op: Changes,
  { session, is_new }: VisitorSession,
  exchange: Exchange,
): Promise<Exchange | null> {
  if (exchange.client_message_id === null) return null;
  const key = keys.messageClaim(session.id, exchange.client_message_id);
  // Nobody else knows a new session's id yet: there is nothing to read.
  const taken = is_new
    ? { key, value: null, versionstamp: null }
    : await app.kv.get<string>(key);
  if (taken.value !== null) {
    return await getExchange(app, session.id, taken.value);
  }
  op.check(taken).set(key, exchange.id);
  return null;
}

/** The exchange recorded under the client's own message id; null when there is none. */
export async function getRecorded(
  app: Context,
  session: Session,
  client_message_id: string,
): Promise<Exchange | null> {
  const { value } = await app.kv.get<string>(
    keys.messageClaim(session.id, client_message_id),
  );
  return value === null ? null : await getExchange(app, session.id, value);
}

async function getExchange(
  app: Context,
  session_id: string,
  message_id: string,
) {
  const key = keys.message(session_id, message_id);
  return (await app.kv.get<Exchange>(key)).value;
}

/** The last exchanges of a session in order, at most `limit`. */
export async function listExchanges(
  app: Context,
  session_id: string,
  limit = 1_000,
): Promise<Exchange[]> {
  const exchanges: Exchange[] = [];
  const entries = app.kv.list<Exchange>({ prefix: keys.messages(session_id) }, {
    reverse: true,
    limit,
  });
  for await (const { value } of entries) exchanges.push(value);
  return exchanges.reverse();
}

/** What is stored of a visitor, for the visitor. Throws `not_found` when the session is over. */
export async function describeSession(
  app: Context & WithReads,
  session_id: string,
  twin_id?: string,
): Promise<SessionView> {
  const { session, twin } = await requireSessionWithTwin(
    app,
    session_id,
    twin_id,
  );
  const exchanges = await listExchanges(app, session.id);
  return {
    started_at: session.started_at,
    last_active_at: session.last_active_at,
    expires_at: session.expires_at,
    retention_days: session.kept_days === 0 ? 0 : retentionOf(twin),
    messages: exchanges.flatMap((exchange) => [
      {
        id: exchange.question_id,
        role: "visitor" as const,
        text: exchange.question,
        created_at: exchange.asked_at,
      },
      {
        id: exchange.id,
        role: "twin" as const,
        text: exchange.answer,
        citations: exchange.citations,
        ...(exchange.rating ? { rating: exchange.rating } : {}),
        created_at: exchange.answered_at,
      },
    ]),
  };
}

/** A live session of a live twin, of the given one where one is given. */
export async function requireSession(
  app: Context & WithReads,
  session_id: string,
  twin_id?: string,
): Promise<Session> {
  return (await requireSessionWithTwin(app, session_id, twin_id)).session;
}

/** As `requireSession`, with the twin. */
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

/** What is told where a visitor's session is over. */
export function conversationOver(): AppError {
  return new AppError(
    "not_found",
    "This conversation has ended. Send a message to begin a new one.",
  );
}

/** Ends a session and deletes its messages: the session with this commit, the texts right after. */
export async function endVisitorSession(
  app: Context & WithReads,
  session_id: string,
  twin_id?: string,
): Promise<void> {
  const session = await requireSession(app, session_id, twin_id);
  await purgeSession(app, session);
}

/**
 * Removes a session, all that was said in it, and the e-mail left there. Whatever adds to a session checks its record
 * in the same commit: nothing is added once this one's first commit is through.
 */
export async function purgeSession(
  app: Context,
  session: Session,
): Promise<void> {
  const { id, twin_id } = session;
  const channel = channelName(session.channel) ?? "";
  await commit(
    app.kv.atomic()
      .delete(keys.session(id))
      .delete(keys.sessionByTwin(twin_id, id))
      .delete(keys.sessionByChannel(twin_id, channel, id))
      .delete(keys.sessionRatedDown(twin_id, id))
      .delete(keys.lead(twin_id, leadId(session)))
      .delete(keys.answeredLead(twin_id, leadId(session))),
  );
  await purgeTexts(app, id, twin_id);
}

/** Removes what was said and left in a session that is no more. */
export async function purgeTexts(
  app: Context,
  session_id: string,
  twin_id: string,
): Promise<void> {
  // Of old stores, in which an e-mail could outlive its session.
  const lead_id = leadId({ id: session_id });
  await commit(
    app.kv.atomic().delete(keys.lead(twin_id, lead_id))
      .delete(keys.answeredLead(twin_id, lead_id)),
  );
  const prefix = keys.messages(session_id);
  for await (const { value } of app.kv.list<Exchange>({ prefix })) {
    if (!isUnanswered(value)) continue;
    await commit(app.kv.atomic().delete(keys.unanswered(twin_id, value.id)));
  }
  await deleteAll(app.kv, prefix);
  await deleteAll(app.kv, keys.messageClaims(session_id));
}

/** A session's one e-mail: the session's own ULID, so that the list of them stays in order of time. */
export function leadId(session: Pick<Session, "id">): string {
  return session.id.replace("ses_", "led_");
}

/** Whether a question was left without its answer. */
export function isUnanswered(exchange: Exchange): boolean {
  return !exchange.grounded && !exchange.is_small_talk;
}
