import type { Context } from "../context.ts";
import { confidenceOf, type Exchange, type Session } from "../schemas/chat.ts";
import { retentionOf, type Twin } from "../schemas/twin.ts";
import { keys } from "../store/keys.ts";

/** Reads one question of a session with its answer; null if it is gone. */
export async function getExchange(
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

/** Whether the visitor may leave an e-mail: the twin said that it does not know, and the conversation is stored. */
export function mayLeaveEmail(
  twin: Twin,
  { channel, kept_days }: Session,
  exchange: Exchange,
): boolean {
  return channel.kind !== "preview" && kept_days !== 0 &&
    retentionOf(twin) > 0 && !exchange.is_small_talk &&
    confidenceOf(exchange) === "none";
}

/** Whether a question got no answer. */
export function isUnanswered(exchange: Exchange): boolean {
  return !exchange.grounded && !exchange.is_small_talk;
}
