import type { Actor } from "./actor.ts";
import { listApiKeys } from "./api_keys.ts";
import type { App } from "./app.ts";
import { listContent } from "./content.ts";
import { listFigures, totalOf } from "./figures.ts";
import type { Overview } from "./schemas/overview.ts";
import { getShareLink } from "./share_links.ts";

/** How far back the overview looks, in days. */
export const OVERVIEW_DAYS = 30;

/** How a twin is doing over the last 30 days, and what to do next. */
export async function describeTwin(
  app: App,
  actor: Actor,
  twin_id: string,
): Promise<Overview> {
  const [content, link, keys, figures] = await Promise.all([
    listContent(app, actor, twin_id, { limit: 100 }),
    getShareLink(app, actor, twin_id),
    listApiKeys(app, actor, { twin_id, limit: 100 }),
    listFigures(app.kv, twin_id, OVERVIEW_DAYS, app.clock.now()),
  ]);
  const messages = totalOf(figures, "messages");
  return {
    steps: {
      has_content: content.items.length > 0,
      has_public: content.items.some((item) => item.visibility === "public"),
      is_shared: link.public_share_enabled,
      has_key: keys.items.some((key) => key.revoked_at === null),
      was_asked: messages > 0,
    },
    share_url: link.share_url,
    figures,
    totals: {
      messages,
      visitors: totalOf(figures, "visitors"),
      unanswered: totalOf(figures, "ungrounded"),
      emails: totalOf(figures, "emails"),
    },
  };
}
