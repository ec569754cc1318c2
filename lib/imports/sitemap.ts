import { webAddress, webAddresses } from "./addresses.ts";
import { walkXml } from "./xml.ts";

/** A sitemap's entries: pages, or further sitemaps. */
export type Sitemap = { pages: string[]; sitemaps: string[] };

/** Further addresses in one sitemap are ignored. */
const MAX_NAMED = 10_000;

/** The addresses in a sitemap (sitemaps.org protocol 0.9), each once, relative ones resolved against `base`. */
export function readSitemap(xml: string, base: string): Sitemap {
  const named: Record<string, string[]> = { url: [], sitemap: [] };
  const open: string[] = [];
  let said = "";
  walkXml(xml, {
    open(name) {
      open.push(name);
      said = "";
    },
    text(text) {
      if (open.at(-1) === "loc") said += text;
    },
    close() {
      // The location of a picture or video is not that of a page.
      if (open.pop() === "loc") named[open.at(-1) ?? ""]?.push(said);
    },
  });
  return {
    pages: webAddresses(named.url, base, MAX_NAMED),
    sitemaps: webAddresses(named.sitemap, base, MAX_NAMED),
  };
}

/** Reads one address per line, which the protocol also allows; null for any other text. */
export function readAddresses(text: string, base: string): string[] | null {
  const lines = text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
  const all = lines.length > 0 &&
    lines.every((line) => /^https?:\/\//i.test(line) && webAddress(line, base));
  return all ? webAddresses(lines, base, MAX_NAMED) : null;
}
