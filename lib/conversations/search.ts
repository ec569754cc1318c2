import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";
import { breathe } from "../breathe.ts";
import { DAY } from "../clock.ts";
import { fold } from "../engine/text/fold.ts";
import type {
  ConversationQuery,
  ConversationView,
} from "../schemas/conversation.ts";
import type { List } from "../schemas/common.ts";
import { listConversations } from "./conversations.ts";
import { listExchanges } from "./exchanges.ts";

/** How many conversations one search covers; its cursor continues from there. */
const LOOKED_AT = 1_000;
const AT_ONCE = 100;
/** How much text one search reads, in UTF-16 units: long conversations take seconds of CPU time. */
const MOST_UNITS = 8_000_000;
/** How many of each conversation's last questions and answers are searched. */
const MOST_READ = 20;

/**
 * Like `listConversations`, for those that began in the last days, and in which one question with its answer, or the
 * first question, contains all the words.
 */
export async function findConversations(
  app: Context,
  actor: Actor,
  twin_id: string,
  { q = "", days, limit, cursor, ...query }: ConversationQuery,
): Promise<List<ConversationView>> {
  if (!q && !days) {
    return await listConversations(app, actor, twin_id, {
      ...query,
      limit,
      cursor,
    });
  }
  const words = fold(q).trim().split(/\s+/).filter(Boolean);
  const since = days ? app.clock.now() - days * DAY : 0;
  const items: ConversationView[] = [];
  const room = { units: MOST_UNITS };
  let next: string | null | undefined = cursor;
  for (let seen = 0; seen < LOOKED_AT; seen += AT_ONCE) {
    const page: List<ConversationView> = await listConversations(
      app,
      actor,
      twin_id,
      { ...query, limit: AT_ONCE, cursor: next ?? undefined },
    );
    // Newest first: everything that follows is older.
    const end = page.items.findIndex(({ started_at }) =>
      Date.parse(started_at) < since
    );
    const conversations = end < 0 ? page.items : page.items.slice(0, end);
    const said = await Promise.all(
      conversations.map((conversation) => says(app, conversation, words, room)),
    );
    for (const conversation of conversations.filter((_, i) => said[i])) {
      if (items.length === limit) {
        return { items, next_cursor: items[limit - 1].id };
      }
      items.push(conversation);
    }
    next = end < 0 ? page.next_cursor : null;
    if (next === null || room.units < 0) break;
  }
  return { items, next_cursor: next ?? null };
}

async function says(
  app: Context,
  { id, title }: ConversationView,
  words: readonly string[],
  room: { units: number },
): Promise<boolean> {
  if (hasAll(title, words)) return true;
  for (const { question, answer } of await listExchanges(app, id, MOST_READ)) {
    await breathe();
    room.units -= question.length + answer.length;
    if (hasAll(`${question}\n${answer}`, words)) return true;
  }
  return false;
}

function hasAll(text: string, words: readonly string[]): boolean {
  const folded = fold(text);
  return words.every((word) => folded.includes(word));
}
