import { sha256 } from "../crypto/secrets.ts";
import type { SourcePage } from "../schemas/source.ts";
import { type Key, keys } from "../store/keys.ts";

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
