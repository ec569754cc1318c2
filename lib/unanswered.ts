import type { Actor, Owner } from "./actor.ts";
import type { App } from "./app.ts";
import { notFound } from "./errors.ts";
import type { Exchange, Session, UnansweredView } from "./schemas/chat.ts";
import type { List, ListQuery } from "./schemas/common.ts";
import { commitWithRetry } from "./store/commit.ts";
import type { Changes } from "./store/changes.ts";
import { keys } from "./store/keys.ts";
import { getAll, listPage } from "./store/list.ts";
import { requireTwin } from "./twins.ts";

/** Where a question without an answer was asked. */
type Place = { session_id: string };

/** Notes a visitor's question that found no answer, in the commit that records it. */
export function noteUnanswered(
  op: Changes,
  { id, twin_id, channel }: Session,
  exchange: Exchange,
): void {
  if (channel.kind === "preview") return;
  const place: Place = { session_id: id };
  op.set(keys.unanswered(twin_id, exchange.id), place);
}

/** Questions of visitors that found no answer and wait for one, newest first; none of blocked visitors. */
export async function listUnanswered(
  app: App,
  actor: Actor,
  twin_id: string,
  query: ListQuery,
): Promise<List<UnansweredView>> {
  await requireTwin(app, actor, twin_id);
  const prefix = keys.unansweredOf(twin_id);
  const page = await listPage<Place>(app.kv, prefix, query);
  const places = page.items.map(({ key, value: { session_id } }) => ({
    session: keys.session(session_id),
    message: keys.message(session_id, String(key.at(-1))),
  }));
  const [sessions, exchanges] = await Promise.all([
    getAll<Session>(app.kv, places.map(({ session }) => session)),
    getAll<Exchange>(app.kv, places.map(({ message }) => message)),
  ]);
  return {
    next_cursor: page.next_cursor,
    items: exchanges.flatMap((exchange, i) => {
      const session = sessions[i];
      if (!exchange || !session || session.blocked) return [];
      return [viewUnanswered(session, exchange)];
    }),
  };
}

function viewUnanswered(
  { id, channel }: Session,
  exchange: Exchange,
): UnansweredView {
  return {
    id: exchange.id,
    conversation_id: id,
    channel: channel.kind === "key" ? "key" : "link",
    key_id: channel.kind === "key" ? channel.key_id : null,
    question: exchange.question,
    asked_at: exchange.asked_at,
  };
}

/** Takes a question off the list: it has been answered, or needs no answer. Throws `not_found`. */
export async function dismissUnanswered(
  app: App,
  owner: Owner,
  twin_id: string,
  message_id: string,
): Promise<void> {
  await requireTwin(app, owner, twin_id);
  await commitWithRetry(app.kv, async (op) => {
    const entry = await app.kv.get(keys.unanswered(twin_id, message_id));
    if (entry.value === null) throw notFound("question");
    op.check(entry).delete(entry.key);
  });
}
