import type { Context } from "../context.ts";
import type { ContentItem } from "../schemas/content.ts";
import { keys } from "../store/keys.ts";
import { getAll } from "../store/list.ts";
import { QUOTED_DAYS, type WithQuotes } from "./quotes.ts";

/** How many are listed. */
const LISTED = 5;

/**
 * The items that answers to visitors quoted in the last `days` days, most quoted first; counts go back 60 days.
 * Deleted items are omitted.
 */
export async function listMostQuoted(
  app: Context & WithQuotes,
  twin_id: string,
  days: number,
): Promise<{ id: string; title: string; count: number }[]> {
  const reach = Math.min(days, QUOTED_DAYS);
  const now = app.clock.now();
  const counts = await app.quotes.count(app.kv, twin_id, reach, now);
  const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, LISTED);
  const items = await getAll<ContentItem>(
    app.kv,
    most.map(([id]) => keys.content(twin_id, id)),
  );
  return most.flatMap(([id, count], i) => {
    const title = items[i]?.title;
    return title === undefined ? [] : [{ id, title, count }];
  });
}
