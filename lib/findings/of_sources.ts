import type { Context } from "../context.ts";
import type { Finding } from "../schemas/finding.ts";
import type { Source } from "../schemas/source.ts";
import { keys } from "../store/keys.ts";
import { loadPages } from "../sources/source_pages.ts";
import { finding } from "./finding.ts";

/** How many pages of a source are named. */
const MOST_NAMED = 3;
/** How often in a row a page must be missing to be reported. */
const MISSED = 2;

/** Sources with pages missing twice in a row. What was read from them before stays. */
export async function unreachable(
  app: Context,
  twin_id: string,
): Promise<Finding[]> {
  const found: Finding[] = [];
  const sources = app.kv.list<Source>({ prefix: keys.sources(twin_id) });
  for await (const { value: source } of sources) {
    const pages = [...(await loadPages(app.kv, source.id)).values()]
      .filter(({ missing = 0 }) => missing >= MISSED);
    if (pages.length === 0) continue;
    const named = pages.slice(0, MOST_NAMED).map(({ url }) => url).join(", ");
    const more = pages.length - MOST_NAMED;
    const ids = pages.flatMap(({ items }) =>
      items.flatMap(({ content_id }) => content_id ?? [])
    );
    found.push(finding({
      kind: "unreachable",
      content_ids: [...new Set(ids)].slice(0, 100),
      detail: `Not found twice in a row: ${named}${
        more > 0 ? ` and ${more} more` : ""
      }. Your twin still answers from what was read there.`,
      source_id: source.id,
    }));
  }
  return found;
}
