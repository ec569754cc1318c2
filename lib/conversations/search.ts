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

/** How many conversations one search looks at; its cursor goes on from there. */
const LOOKED_AT = 2_000;
const AT_ONCE = 100;

/** As `listConversations`, of those whose first question holds the words and that began in the last days. */
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
  let next: string | null | undefined = cursor;
  for (let seen = 0; seen < LOOKED_AT; seen += AT_ONCE) {
    const page: List<ConversationView> = await listConversations(
      app,
      actor,
      twin_id,
      { ...query, limit: AT_ONCE, cursor: next ?? undefined },
    );
    for (const talk of page.items) {
      await breathe();
      // The newest come first: what follows is older still.
      if (Date.parse(talk.started_at) < since) {
        return { items, next_cursor: null };
      }
      const title = fold(talk.title);
      if (!words.every((word) => title.includes(word))) continue;
      if (items.length === limit) {
        return { items, next_cursor: items[limit - 1].id };
      }
      items.push(talk);
    }
    next = page.next_cursor;
    if (next === null) break;
  }
  return { items, next_cursor: next ?? null };
}
