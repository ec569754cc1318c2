import { AppError } from "../errors.ts";

/** What a sitemap names: pages, or further sitemaps. */
export type Sitemap = { pages: string[]; sitemaps: string[] };

const MAX_BYTES = 20 * 2 ** 20;

/**
 * The addresses in a sitemap (sitemaps.org protocol 0.9; plain text with one address a line too). It is no XML parser:
 * all it takes is what stands in `<loc>`. Throws `unsupported_media_type` for a text that names nothing.
 */
export function readSitemap(text: string): Sitemap {
  const locations = [...text.matchAll(/<loc[^>]*>([^<]+)<\/loc>/gi)]
    .map(([, url]) => unescape(url.replace(/^<!\[CDATA\[|\]\]>$/g, "").trim()));
  if (/<sitemapindex[\s>]/i.test(text)) {
    return { pages: [], sitemaps: webAddresses(locations) };
  }
  const lines = locations.length > 0 ? locations : text.split(/\s+/);
  const pages = webAddresses(lines);
  if (pages.length > 0) return { pages, sitemaps: [] };
  throw new AppError(
    "unsupported_media_type",
    "There is no sitemap at this address. It is mostly found at /sitemap.xml.",
  );
}

function webAddresses(texts: string[]): string[] {
  const urls = texts.filter((text) => /^https?:\/\//i.test(text))
    .map((text) => URL.parse(text)?.href).filter((url) => url !== undefined);
  return [...new Set(urls)];
}

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function unescape(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => ENTITIES[name]);
}

/** The text of a sitemap's bytes, unpacked where they are packed (gzip). Throws `payload_too_large`. */
export async function sitemapText(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const is_packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!is_packed) return new TextDecoder().decode(bytes);
  const decoder = new TextDecoder();
  let text = "";
  const plain = new Blob([bytes]).stream()
    .pipeThrough(new DecompressionStream("gzip"));
  for await (const chunk of plain) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_BYTES) {
      throw new AppError("payload_too_large", "This sitemap is too large.");
    }
  }
  return text;
}
