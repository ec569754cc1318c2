import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";
import type { News } from "../schemas/overview.ts";
import { listConversations } from "./conversations.ts";
import { listLeads } from "./leads.ts";

/** How many conversations, and how many e-mails, are counted. */
const LOOKED_AT = 100;

/** What visitors have done since a time, in milliseconds since the epoch; null if nothing. */
export async function describeSince(
  app: Context,
  actor: Actor,
  twin_id: string,
  since_ms: number,
): Promise<News | null> {
  const query = { limit: LOOKED_AT };
  const [conversations, leads] = await Promise.all([
    listConversations(app, actor, twin_id, query),
    listLeads(app, actor, twin_id, query),
  ]);
  const begun = conversations.items.filter(({ started_at }) =>
    Date.parse(started_at) > since_ms
  );
  const emails = leads.items.filter(({ created_at, answered_at }) =>
    !answered_at && Date.parse(created_at) > since_ms
  );
  if (begun.length + emails.length === 0) return null;
  return {
    since: new Date(since_ms).toISOString(),
    conversations: begun.length,
    has_more: begun.length === conversations.items.length &&
      conversations.next_cursor !== null,
    unsure: begun.filter(({ unanswered }) => unanswered > 0).length,
    emails: emails.length,
  };
}
