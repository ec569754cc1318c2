import { decodeText } from "./encoding.ts";
import type { FeedEntry } from "./feed.ts";
import type { Refusal } from "./kinds.ts";
import { inflated } from "./packed_text.ts";

/** What an address leads to. All addresses are absolute. */
export type Survey =
  | { is: "sitemap"; pages: string[]; sitemaps: string[] }
  | { is: "feed"; title: string; entries: FeedEntry[] }
  | { is: "page"; links: string[]; feeds: string[]; sitemaps: string[] }
  | { is: "other" };

/** Determines the kind of a response and what it links to. Refuses packed data that is too large or broken. */
export async function surveyOf(
  bytes: Uint8Array<ArrayBuffer>,
  { url, charset }: { url: string; charset?: string },
): Promise<Survey | Refusal> {
  const plain = await inflated(bytes);
  if ("refusal" in plain) return plain;
  const text = decodeText(plain, [charset]);
  if (text === null) return { is: "other" };
  const root = rootOf(text);
  if (root === "urlset" || root === "sitemapindex") {
    const { readSitemap } = await import("./sitemap.ts");
    return { is: "sitemap", ...readSitemap(text, url) };
  }
  if (root === "rss" || root === "feed" || root === "RDF") {
    const { readFeed } = await import("./feed.ts");
    return { is: "feed", ...readFeed(text, url) };
  }
  if (root === null) {
    const { readAddresses } = await import("./sitemap.ts");
    const pages = readAddresses(text, url);
    return pages ? { is: "sitemap", pages, sitemaps: [] } : { is: "other" };
  }
  const { readLinks } = await import("./links.ts");
  return { is: "page", ...readLinks(text, url) };
}

/** Before the first element there are only declarations and comments, up to this length. */
const HEAD = 20_000;

/** The name of the first element, without its prefix; null for text that is not markup. */
function rootOf(text: string): string | null {
  const head = text.slice(0, HEAD).trimStart();
  if (!head.startsWith("<")) return null;
  let at = 0;
  for (;;) {
    at = head.indexOf("<", at);
    if (at < 0) return "";
    if (head.startsWith("<!--", at)) at = head.indexOf("-->", at + 4);
    else if (head[at + 1] === "?" || head[at + 1] === "!") {
      at = head.indexOf(">", at);
    } else break;
    if (at < 0) return "";
  }
  const name = /^<([\w:.-]{1,80})/.exec(head.slice(at, at + 100))?.[1] ?? "";
  return name.slice(name.indexOf(":") + 1);
}
