import type { Actor, Editor } from "../actor.ts";
import type { Context } from "../context.ts";
import { recordAudit } from "../audit/audit.ts";
import { commitAs } from "../authority.ts";
import { notFound } from "../errors.ts";
import { isShown } from "./retention.ts";
import {
  channelFields,
  channelName,
  confidenceOf,
  type Exchange,
  type Session,
} from "../schemas/chat.ts";
import {
  type ConversationQuery,
  type ConversationView,
  type TranscriptView,
} from "../schemas/conversation.ts";
import type { List } from "../schemas/common.ts";
import { listExchanges } from "./exchanges.ts";
import { keys } from "../store/keys.ts";
import { getAll, listPage } from "../store/list.ts";
import { requireTwin } from "../twins/twins.ts";

/**
 * Lists a twin's conversations with visitors, newest first: of one channel if given, and only those with an answer
 * rated down if asked for (then a page of one channel may be short). Previews are not listed.
 */
export async function listConversations(
  app: Context,
  actor: Actor,
  twin_id: string,
  { channel, rating, ...query }: ConversationQuery,
): Promise<List<ConversationView>> {
  const twin = await requireTwin(app, actor, twin_id);
  const now = app.clock.now();
  const prefix = rating
    ? keys.sessionsRatedDown(twin_id)
    : channel
    ? keys.sessionsByChannel(twin_id, channel)
    : keys.sessionsByTwin(twin_id);
  const page = await listPage<true>(app.kv, prefix, query);
  const sessions = await getAll<Session>(
    app.kv,
    page.items.map(({ key }) => keys.session(String(key.at(-1)))),
  );
  return {
    next_cursor: page.next_cursor,
    items: sessions.flatMap((session) =>
      session && isShown(session, twin, now) && isOfChannel(session, channel)
        ? [viewConversation(session)]
        : []
    ),
  };
}

/** Whether a session is of the channel, if one is given. */
function isOfChannel({ channel }: Session, name: string | undefined): boolean {
  return name === undefined || channelName(channel) === name;
}

async function requireConversation(
  app: Context,
  actor: Actor,
  twin_id: string,
  conversation_id: string,
): Promise<Deno.KvEntry<Session>> {
  const twin = await requireTwin(app, actor, twin_id);
  const entry = await app.kv.get<Session>(keys.session(conversation_id));
  if (
    entry.value && entry.value.twin_id === twin_id &&
    isShown(entry.value, twin, app.clock.now())
  ) return entry;
  throw notFound("conversation");
}

export async function getTranscript(
  app: Context,
  actor: Actor,
  twin_id: string,
  conversation_id: string,
): Promise<TranscriptView> {
  const { value: session } = await requireConversation(
    app,
    actor,
    twin_id,
    conversation_id,
  );
  const exchanges = await listExchanges(app, session.id);
  return {
    ...viewConversation(session),
    exchanges: exchanges.map(viewExchange),
  };
}

/** An exchange as the team sees it. */
export function viewExchange(
  {
    question_id: _q,
    client_message_id: _c,
    content_version: _v,
    quoted: _i,
    ...exchange
  }: Exchange,
): TranscriptView["exchanges"][number] {
  return {
    ...exchange,
    confidence: confidenceOf(exchange),
    engine: exchange.engine ?? "embedded",
  };
}

/** Reads one question of a conversation with its answer. Throws `not_found`. */
export async function getExchange(
  app: Context,
  actor: Actor,
  twin_id: string,
  conversation_id: string,
  message_id: string,
): Promise<Exchange> {
  await requireConversation(app, actor, twin_id, conversation_id);
  const { value } = await app.kv.get<Exchange>(
    keys.message(conversation_id, message_id),
  );
  if (value === null) throw notFound("question");
  return value;
}

/** Blocks or unblocks a visitor's session, effective from its next message. */
export async function setBlocked(
  app: Context,
  editor: Editor,
  twin_id: string,
  conversation_id: string,
  blocked: boolean,
): Promise<ConversationView> {
  return await commitAs(app, editor, async (op) => {
    const entry = await requireConversation(
      app,
      editor,
      twin_id,
      conversation_id,
    );
    const session = { ...entry.value, blocked };
    op.check(entry).set(entry.key, session);
    recordAudit(app, op, editor, {
      action: blocked ? "visitor.blocked" : "visitor.unblocked",
      id: conversation_id,
      name: "",
    });
    return viewConversation(session);
  });
}

function viewConversation(session: Session): ConversationView {
  const { channel } = session;
  return {
    id: session.id,
    twin_id: session.twin_id,
    ...channelFields(channel),
    title: session.title,
    started_at: session.started_at,
    last_active_at: session.last_active_at,
    messages: session.messages,
    unanswered: session.unanswered,
    rated_down: session.rated_down ?? 0,
    blocked: session.blocked,
  };
}

/** The conversations still kept: a visitor may have deleted theirs, and old ones are purged. */
export async function filterKept(
  app: Context,
  actor: Actor,
  twin_id: string,
  conversation_ids: string[],
): Promise<string[]> {
  const twin = await requireTwin(app, actor, twin_id);
  const sessions = await getAll<Session>(
    app.kv,
    conversation_ids.map((id) => keys.session(id)),
  );
  const now = app.clock.now();
  return conversation_ids.filter((_, i) => {
    const session = sessions[i];
    return session !== null && isShown(session, twin, now);
  });
}
