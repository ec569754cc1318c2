import type { WithAdmission } from "../limits/admission.ts";
import type { Attempt } from "../limits/calls.ts";
import type { Context } from "../context.ts";
import { DAY, iso } from "../clock.ts";
import { countExchange } from "../figures/figures.ts";
import { countQuotes } from "../figures/quotes.ts";
import { newsKindOf, noteNews } from "../notifications/news.ts";
import { noteUnanswered } from "./unanswered_note.ts";
import { channelName, type Exchange, type Session } from "../schemas/chat.ts";
import type { Twin } from "../schemas/twin.ts";
import { addEvent } from "../webhooks/outbox.ts";
import { expiryKey } from "../store/expiries.ts";
import type { Changes } from "../store/changes.ts";
import { keys } from "../store/keys.ts";
import { endOf, type VisitorSession } from "./sessions.ts";
import { getExchange, isUnanswered } from "./exchanges.ts";

/** What recording needs to know about the twin. */
type Recorded = Pick<Twin, "tenant_id" | "webhooks" | "trial_ends_ms">;

/** Further changes for the commit that records an exchange. May be called again when the commit is retried. */
export type Alongside = (
  op: Changes,
  recorded: VisitorSession & { exchange: Exchange },
) => void;

/**
 * Adds an exchange to a commit and extends the session; starts a new session with it. Returns what is recorded: the
 * earlier exchange if the same `client_message_id` was recorded before, and null if the visitor ended the session
 * meanwhile. The same commit queues the webhooks of `twin`.
 */
export function recording(
  app: Context,
  opened: VisitorSession,
  exchange: Exchange,
  twin?: Recorded,
  alongside?: Alongside,
): Attempt<Exchange | null> {
  const key = keys.session(opened.session.id);
  let is_first = true;
  return async (op) => {
    // The entry read when the session was opened will do, unless it turns out to have changed.
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
    // Whoever tries a twin is no visitor: the figures start at zero when the trial is taken over.
    if (twin?.trial_ends_ms === undefined) {
      countExchange(op, session, exchange, now);
      countQuotes(op, session, exchange, now);
    }
    const is_listed = isUnanswered(exchange) && session.kept_days !== 0 &&
      session.channel.kind !== "preview";
    if (is_listed) {
      noteUnanswered(op, session, exchange);
      if (twin) {
        const { tenant_id } = twin;
        const of_twin = { tenant_id, id: session.twin_id };
        noteNews(app, op, of_twin, newsKindOf(exchange));
      }
    }
    if (twin?.webhooks) addExchangeEvents(app, op, twin, session, exchange);
    if (opened.is_new) addSession(op, session, now);
    alongside?.(op, { ...opened, exchange });
    return exchange;
  };
}

/** Records an exchange charged before. Returns what is recorded, as `recording` does. */
export async function recordExchange(
  app: Context & WithAdmission,
  opened: VisitorSession,
  exchange: Exchange,
  twin?: Recorded,
  alongside?: Alongside,
): Promise<Exchange | null> {
  return await app.admission.write(
    recording(app, opened, exchange, twin, alongside),
  );
}

/** Adds the events of an exchange to the commit that records it. A twin that stores nothing sends no events either. */
function addExchangeEvents(
  app: Context,
  op: Changes,
  twin: Recorded,
  { id, channel, kept_days, messages }: Session,
  exchange: Exchange,
): void {
  if (kept_days === 0 || channel.kind === "preview") return;
  const about = {
    subject: { session_id: id, message_id: exchange.id },
    number: messages + 1,
  };
  addEvent(app, op, twin, { event: "message.created", ...about });
  if (!isUnanswered(exchange)) return;
  addEvent(app, op, twin, { event: "question.unanswered", ...about });
}

/** Adds the purge note and index entries of a new session; no index entries if only the visitor may see it. */
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

/** Claims the client's message id for this exchange; returns the exchange that already has it. */
async function claim(
  app: Context,
  op: Changes,
  { session, is_new }: VisitorSession,
  exchange: Exchange,
): Promise<Exchange | null> {
  if (exchange.client_message_id === null) return null;
  const key = keys.messageClaim(session.id, exchange.client_message_id);
  // Nobody else knows a new session's id yet, so there is nothing to read.
  const taken = is_new
    ? { key, value: null, versionstamp: null }
    : await app.kv.get<string>(key);
  if (taken.value !== null) {
    return await getExchange(app, session.id, taken.value);
  }
  op.check(taken).set(key, exchange.id);
  return null;
}

/** The exchange recorded under the client's message id; null if none. */
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

const MAX_TITLE = 200;
