import type { Citation } from "../schemas/citation.ts";
import type { Hit } from "./passage.ts";

type Cited = Pick<Hit, "title" | "source_url" | "passage" | "pages" | "n">;

/** The timestamp of a transcript's paragraph. */
const TIME = /^\[((?:\d{1,3}:)?\d{1,2}:\d{2})\] /gm;

/** Locates a passage's character `at` (in UTF-16 units) in its item: `12:03` of a recording, or `p. 4`. */
export function whereabouts(
  { passage, pages = [], n }: Pick<Hit, "passage" | "pages" | "n">,
  at: number,
): string | undefined {
  const said = [...passage.matchAll(TIME)].findLast(({ index }) => index <= at);
  if (said) return said[1];
  const page = pages.findLast(([, of, begins]) =>
    of < n || (of === n && begins <= at)
  );
  return page && `p. ${page[0]}`;
}

/** Cites a hit: its source, an excerpt, and the place of `at` in the passage. */
export function cite(hit: Cited, excerpt: string, at: number): Citation {
  const { title, source_url } = hit;
  const where = whereabouts(hit, at);
  return {
    ...{ title, excerpt },
    ...source_url === null ? {} : { url: source_url },
    ...where ? { where } : {},
  };
}
