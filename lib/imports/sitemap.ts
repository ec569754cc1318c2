import type { Refusal } from "./kinds.ts";

/** What a sitemap names: pages, or further sitemaps. */
export type Sitemap = { pages: string[]; sitemaps: string[] };

/** The largest sitemap once it is unpacked, in bytes. */
const MAX_BYTES = 20 * 2 ** 20;
/** More addresses than this of one sitemap nobody reads here. */
const MAX_NAMED = 1_000;

/**
 * The addresses in a sitemap (sitemaps.org protocol 0.9; plain text with one address a line too), each once and the
 * first thousand. It is no XML parser: all it takes is what stands in `<loc>`. Refuses a text that names nothing. Takes
 * time in proportion to the text.
 */
export function readSitemap(text: string): Sitemap | Refusal {
  const named = webAddresses(locations(text));
  if (/<sitemapindex[\s>]/i.test(text)) return { pages: [], sitemaps: named };
  const pages = named.length > 0 ? named : webAddresses(lines(text));
  if (pages.length > 0) return { pages, sitemaps: [] };
  return {
    refusal:
      "There is no sitemap at this address. It is mostly found at /sitemap.xml.",
  };
}

/** What stands in each `<loc>`. */
function* locations(text: string): Generator<string> {
  const tag = /<loc(?=[\s>])/gi;
  const end = /<\/loc/gi;
  while (tag.test(text)) {
    const from = text.indexOf(">", tag.lastIndex);
    end.lastIndex = from;
    const found = from < 0 ? null : end.exec(text);
    if (!found) return;
    const said = text.slice(from + 1, found.index).trim();
    yield unescape(said.replace(/^<!\[CDATA\[/, "").replace(/\]\]>$/, ""));
    tag.lastIndex = end.lastIndex;
  }
}

function* lines(text: string): Generator<string> {
  for (const [line] of text.matchAll(/\S+/g)) yield line;
}

/** The longest address that is taken, in UTF-16 units (sitemaps.org: 2,048). */
const LONGEST = 2_048;

function webAddresses(texts: Iterable<string>): string[] {
  const urls = new Set<string>();
  for (const text of texts) {
    if (text.length > LONGEST || !/^https?:\/\//i.test(text)) continue;
    const url = URL.parse(text);
    if (url) urls.add(url.href);
    if (urls.size === MAX_NAMED) break;
  }
  return [...urls];
}

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function unescape(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => ENTITIES[name])
    .trim();
}

/** The text of a sitemap's bytes, unpacked where they are packed (gzip). Refuses one that is too large or broken. */
export async function sitemapText(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string | Refusal> {
  const is_packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!is_packed) return new TextDecoder().decode(bytes);
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let unpacked = 0;
  const plain = new Blob([bytes]).stream()
    .pipeThrough(new DecompressionStream("gzip"));
  try {
    for await (const chunk of plain) {
      unpacked += chunk.length;
      if (unpacked > MAX_BYTES) {
        return { refusal: "This sitemap is larger than 20 MiB. Split it." };
      }
      parts.push(decoder.decode(chunk, { stream: true }));
    }
  } catch {
    return { refusal: "This sitemap is broken: it cannot be unpacked." };
  }
  return parts.join("") + decoder.decode();
}
