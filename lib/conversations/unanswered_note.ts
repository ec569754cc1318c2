import type { Exchange, Session } from "../schemas/chat.ts";
import type { Changes } from "../store/changes.ts";
import { keys } from "../store/keys.ts";

/** Where an unanswered question was asked. */
export type UnansweredEntry = { session_id: string };

/** Lists a visitor's unanswered question, in the commit that records it. */
export function noteUnanswered(
  op: Changes,
  { id, twin_id }: Session,
  exchange: Exchange,
): void {
  const entry: UnansweredEntry = { session_id: id };
  op.set(keys.unanswered(twin_id, exchange.id), entry);
}
