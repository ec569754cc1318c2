import type { FeedEntry } from "../imports/feed.ts";
import { sha256 } from "../crypto/secrets.ts";
import type { Source, SourcePage } from "../schemas/source.ts";
import { type Key, keys } from "../store/keys.ts";
import type { FoundPages } from "./find_pages.ts";

/** The most of a feed entry kept, in UTF-16 units. */
const MAX_ENTRY = 20_000;

/** The key of a source's page. */
export function pageKey(source_id: string, url: string): Key {
  return keys.sourcePage(source_id, sha256(url));
}

/** All pages of a source by address, in reading order. */
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

/** Pages to read: those listed now, and for a site the ones read before; for a feed only changed entries. */
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

/** The part of a feed entry that is stored. */
export function entryAsKept(
  { id, html, transcripts }: FeedEntry,
): NonNullable<SourcePage["entry"]> {
  return {
    id: id.slice(0, 500),
    html: html.slice(0, MAX_ENTRY),
    transcripts: transcripts.slice(0, 5),
  };
}

/** Whether an address is of a picture, video, program and the like, by its extension. */
export function isMedia(url: string): boolean {
  return /\.(avif|bmp|css|csv|dmg|docx?|eot|epub|exe|gif|gz|ico|jpe?g|js|json|m4a|mov|mp[34]|ogg|otf|png|pptx?|rar|svg|tar|tiff?|ttf|wav|webm|webp|woff2?|xlsx?|xml|zip|7z)$/i
    .test(new URL(url).pathname);
}
