import { parseHTML } from "linkedom";
import { webAddress, webAddresses } from "./addresses.ts";
import { HTML_BOUNDS } from "./bounds.ts";
import { isHtmlWithinLimits } from "./html_bounds.ts";

/** A page's links: other pages, its site's feeds, its site's sitemaps. */
export type Links = { links: string[]; feeds: string[]; sitemaps: string[] };

const MAX_LINKS = 2_000;
const NONE: Links = { links: [], feeds: [], sitemaps: [] };

/** The links in an HTML text, without `nofollow` ones; none if it has too many elements. */
export function readLinks(html: string, url: string): Links {
  if (!isHtmlWithinLimits(html, HTML_BOUNDS)) return NONE;
  const document = parseHTML(html).document as unknown as Document;
  const stated = document.querySelector("base[href]")?.getAttribute("href");
  const base = webAddress(stated ?? "", url) ?? url;
  const robots = document.querySelector("meta[name=robots]");
  const is_closed = /nofollow|none/i.test(
    robots?.getAttribute("content") ?? "",
  );
  const named = (selector: string) =>
    webAddresses(hrefs(document, selector), base, MAX_LINKS);
  return {
    links: is_closed ? [] : named("a[href], area[href]"),
    feeds: named(
      "link[rel~=alternate][type='application/rss+xml'], link[rel~=alternate][type='application/atom+xml']",
    ),
    sitemaps: named("link[rel~=sitemap]"),
  };
}

function* hrefs(document: Document, selector: string): Generator<string> {
  for (const link of document.querySelectorAll(selector)) {
    if (/\bnofollow\b/i.test(link.getAttribute("rel") ?? "")) continue;
    yield link.getAttribute("href") ?? "";
  }
}
