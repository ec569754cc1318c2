import { DAY, iso } from "../clock.ts";
import type { Context } from "../context.ts";
import {
  areQuotesCounted,
  QUOTED_DAYS,
  type WithQuotes,
} from "../figures/quotes.ts";
import type { ContentItem } from "../schemas/content.ts";

/**
 * Of these items the public ones that nobody was answered from in 60 days, while others were; an item that is younger,
 * or was changed since, has had no time for it.
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
  // If nobody asks, this says nothing.
  if (!are_counted || counts.size === 0) return [];
  const since = iso(now - QUOTED_DAYS * DAY);
  return [...items].filter((item) =>
    item.visibility === "public" && !item.is_draft && !counts.has(item.id) &&
    item.created_at < since && item.updated_at < since
  );
}
