import type { FeedEntry } from "../imports/feed.ts";
import { sha256 } from "../crypto/secrets.ts";
import type { Source, SourcePage } from "../schemas/source.ts";
import { type Key, keys } from "../store/keys.ts";
import type { FoundPages } from "./find_pages.ts";

/** As much of a feed's entry as is kept, in UTF-16 units. */
const MAX_ENTRY = 20_000;

/** Where a page of a source is stored. */
export function pageKey(source_id: string, url: string): Key {
  return keys.sourcePage(source_id, sha256(url));
}

/** All pages of a source by their addresses, in the order in which they are read. */
export async function loadPages(
  kv: Deno.Kv,
  source_id: string,
): Promise<Map<string, SourcePage>> {
  const pages: SourcePage[] = [];
  const entries = kv.list<SourcePage>({ prefix: keys.sourcePages(source_id) });
  for await (const { value } of entries) pages.push(value);
  pages.sort((a, b) => a.n - b.n);
  return new Map(pages.map((page) => [page.url, page]));
}

/**
 * Pages to read: those that are named now, and of a site those read before; of a feed only entries that have changed.
 */
export function pagesToRead(
  { kind }: Pick<Source, "kind">,
  known: ReadonlyMap<string, SourcePage>,
  named: FoundPages["pages"],
): FoundPages["pages"] {
  if (kind === "feed") {
    return named.filter(({ url, entry }) => {
      const before = known.get(url);
      return !before || before.items.length === 0 ||
        before.entry?.html !== entry?.html.slice(0, MAX_ENTRY);
    });
  }
  const before = [...known.values()].filter(({ items }) => items.length > 0);
  const urls = new Set([...named, ...before].map(({ url }) => url));
  return [...urls].map((url) => ({ url }));
}

/** What is kept of a feed's entry. */
export function entryAsKept(
  { id, html, transcripts }: FeedEntry,
): NonNullable<SourcePage["entry"]> {
  return {
    id: id.slice(0, 500),
    html: html.slice(0, MAX_ENTRY),
    transcripts: transcripts.slice(0, 5),
  };
}

/** Whether an address is of a picture, a film, a program and the like, by its ending. */
export function isMedia(url: string): boolean {
  return /\.(avif|bmp|css|csv|dmg|docx?|eot|epub|exe|gif|gz|ico|jpe?g|js|json|m4a|mov|mp[34]|ogg|otf|png|pptx?|rar|svg|tar|tiff?|ttf|wav|webm|webp|woff2?|xlsx?|xml|zip|7z)$/i
    .test(new URL(url).pathname);
}
