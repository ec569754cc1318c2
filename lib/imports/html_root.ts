import { Readability } from "@mozilla/readability";
import { boundAttributes } from "./html_bounded.ts";
import { textOf } from "./html_shape.ts";

/** Readability walks a page many times: it is skipped for more elements than any article has. */
const MOST_ELEMENTS = 30_000;
/** The longest page title kept, in UTF-16 units. */
const LONGEST_TITLE = 500;
/** The share of a page's own text that Readability must keep to be trusted. */
const MOST = 0.6;

/**
 * The main part of a page: its `<main>`, its only `<article>`, or what Readability finds, unless that leaves out much
 * of the page's own text.
 */
export function mainPart(document: Document): Element {
  const { body } = document;
  const own = body.querySelectorAll("main, [role=main]");
  const articles = body.querySelectorAll("article");
  const [marked] = own.length > 0 ? own : articles.length === 1 ? articles : [];
  if (marked && ownText(marked) >= ownText(body) / 3) return marked;
  const found = readable(document);
  if (ownText(found) >= ownText(body) * MOST) return found;
  return marked && ownText(marked) > 0 ? marked : body;
}

/** The page's text according to Readability; empty if it finds none. */
function readable(document: Document): Element {
  const found = document.createElement("div");
  if (document.querySelectorAll("*").length > MOST_ELEMENTS) return found;
  const copy = document.cloneNode(true) as Document;
  boundAttributes(copy.documentElement);
  for (const title of copy.querySelectorAll("title")) {
    title.textContent = (title.textContent ?? "").slice(0, LONGEST_TITLE);
  }
  found.innerHTML = new Readability(copy).parse()?.content ?? "";
  return found;
}

/** The amount of text outside links, menus, headers and footers. */
export function ownText(root: Element): number {
  const others =
    "a, nav, header, footer, aside, script, style, noscript, template";
  let length = textOf(root).length;
  for (const node of root.querySelectorAll(others)) {
    const outer = node.parentElement?.closest(others);
    if (!outer || !root.contains(outer)) length -= textOf(node).length;
  }
  return Math.max(0, length);
}
