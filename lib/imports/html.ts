import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import TurndownService from "turndown";
import { HTML_BOUNDS } from "./bounds.ts";
import { isModestHtml } from "./html_bounds.ts";
import { oneText, type Reading, type Refusal } from "./kinds.ts";

/** What holds no text to answer from. */
const NOT_TEXT =
  "script, style, noscript, template, iframe, object, embed, svg, canvas, img, picture, video, audio, form, button, input, select, textarea, nav, footer, aside, dialog, [hidden], [aria-hidden=true]";

/** An HTML text as Markdown. Of a web page, whose `url` is given, only what the page is about (Readability). */
export function readHtml(html: string, url?: string): Reading | Refusal {
  if (!isModestHtml(html, HTML_BOUNDS)) {
    return {
      refusal:
        "This page has too many elements, or too many in one another. Split it, or paste its text.",
    };
  }
  const { document } = parseHTML(
    /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`,
  );
  const title = clean(
    document.querySelector("h1")?.textContent ||
      document.querySelector("title")?.textContent || "",
  );
  if (url) {
    const article = new Readability(document.cloneNode(true) as Document)
      .parse();
    if (article?.content) {
      const body = toMarkdown(article.content);
      if (body) return oneText(clean(article.title ?? "") || title, body);
    }
  }
  const body = toMarkdown(document.body?.innerHTML ?? "");
  if (body) return oneText(title || null, body);
  return {
    refusal: url
      ? "No text was found on this page. It may need JavaScript to show any: paste its text instead."
      : "This file holds no text.",
  };
}

function toMarkdown(html: string): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  for (const node of document.querySelectorAll(NOT_TEXT)) node.remove();
  for (const link of document.querySelectorAll("a")) {
    // Where a link within the site leads cannot be told here, and its text is what counts.
    if (!/^https?:/.test(link.getAttribute("href") ?? "")) {
      link.replaceWith(...link.childNodes);
    }
  }
  const turndown = new TurndownService({
    headingStyle: "atx",
    bulletListMarker: "-",
    codeBlockStyle: "fenced",
  });
  turndown.addRule("rows", {
    filter: ["td", "th"],
    replacement: (text) => `${text.trim()} · `,
  });
  turndown.addRule("row", {
    filter: "tr",
    replacement: (text) => `${text.replace(/ · $/, "")}\n\n`,
  });
  return turndown.turndown(document.body as unknown as HTMLElement)
    .split("\n").map((line) => line.trimEnd()).join("\n")
    .replace(/\n{3,}/g, "\n\n").trim();
}

function clean(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
