import { webAddress, webAddresses } from "./addresses.ts";
import { walkXml } from "./xml.ts";

/** What a sitemap names: pages, or further sitemaps. */
export type Sitemap = { pages: string[]; sitemaps: string[] };

/** More addresses than this of one sitemap nobody reads here. */
const MAX_NAMED = 10_000;

/** The addresses in a sitemap (sitemaps.org protocol 0.9), each once, those without a host as of `base`. */
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
      // Of pictures and films the location is none of a page.
      if (open.pop() === "loc") named[open.at(-1) ?? ""]?.push(said);
    },
  });
  return {
    pages: webAddresses(named.url, base, MAX_NAMED),
    sitemaps: webAddresses(named.sitemap, base, MAX_NAMED),
  };
}

/** A plain text of one address a line, which the protocol allows too; null for any other text. */
export function readAddresses(text: string, base: string): string[] | null {
  const lines = text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
  const all = lines.length > 0 &&
    lines.every((line) => /^https?:\/\//i.test(line) && webAddress(line, base));
  return all ? webAddresses(lines, base, MAX_NAMED) : null;
}
