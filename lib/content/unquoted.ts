import { DAY, iso } from "../clock.ts";
import type { Context } from "../context.ts";
import {
  areQuotesCounted,
  QUOTED_DAYS,
  type WithQuotes,
} from "../figures/quotes.ts";
import type { ContentItem } from "../schemas/content.ts";

/**
 * The public items among these that no answer used in 60 days, while others were used; newer items and those changed
 * since are omitted.
 */
export async function unquotedOf(
  app: Context & WithQuotes,
  twin_id: string,
  items: Iterable<ContentItem>,
): Promise<ContentItem[]> {
  const now = app.clock.now();
  const [counts, are_counted] = await Promise.all([
    app.quotes.count(app.kv, twin_id, QUOTED_DAYS, now),
    areQuotesCounted(app.kv, QUOTED_DAYS, now),
  ]);
  // Without any questions this means nothing.
  if (!are_counted || counts.size === 0) return [];
  const since = iso(now - QUOTED_DAYS * DAY);
  return [...items].filter((item) =>
    item.visibility === "public" && !item.is_draft && !counts.has(item.id) &&
    item.created_at < since && item.updated_at < since
  );
}
