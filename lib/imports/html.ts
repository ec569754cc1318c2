import { parseHTML } from "linkedom";
import { HTML_BOUNDS } from "./bounds.ts";
import { takePairs } from "./faq.ts";
import { isHtmlWithinLimits } from "./html_bounds.ts";
import { toMarkdown } from "./html_markdown.ts";
import { mainPart, ownText } from "./html_root.ts";
import { notesInPlace } from "./html_notes.ts";
import { openUp, textOf } from "./html_shape.ts";
import type { LeftOut, Reading, ReadItem, Refusal } from "./kinds.ts";
import { takeUnmeant } from "./html_unmeant.ts";
import { factsOf, readStructuredData } from "./structured_data.ts";

/**
 * Converts HTML to Markdown, and marked-up questions to pairs. For a web page, whose `url` is given, only its main
 * part.
 */
export function readHtml(html: string, url?: string): Reading | Refusal {
  if (!isHtmlWithinLimits(html, HTML_BOUNDS)) {
    return {
      refusal:
        "This page has too many elements, or nests them too deeply. Split it, or paste its text.",
    };
  }
  const document = parseHTML(
    /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`,
  ).document as unknown as Document;
  if (!document.body) return nothing(url);
  // Google Docs exports the title as a paragraph.
  for (const named of document.querySelectorAll("p.title")) asTitle(named);
  const data = readStructuredData(document);
  const unmeant = takeUnmeant(document);
  const pairs = takePairs(document, data);
  notesInPlace(document.body);
  const title = titleOf(document, url !== undefined);
  openUp(document.body);
  const all = ownText(document.body);
  const root = url ? mainPart(document) : document.body;
  const left_out = [
    ...url ? littleRead(ownText(root), all) : [],
    ...unmeant,
  ];
  const body = [toMarkdown(root), factsOf(data)].filter(Boolean).join("\n\n");
  // If everything else is a pair, a lone heading is nothing to answer from.
  const has_text = pairs.length === 0 || body.split("\n").some(isText);
  const texts: ReadItem[] = body && has_text
    ? [{ kind: "text", title, body }]
    : [];
  const items = [...texts, ...pairs];
  return items.length > 0 ? { items, left_out } : nothing(url);
}

/** A file's heading is its title only at the beginning. */
const LONGEST_BEFORE = 100;

function titleOf(document: Document, is_page: boolean): string | null {
  const named = document.querySelector("meta[property='og:title']")
    ?.getAttribute("content");
  for (const name of ["main h1", "h1", "title"]) {
    const found = document.querySelector(name);
    if (!found || !textOf(found)) continue;
    if (is_page || name === "title" || isFirst(found, document)) {
      return textOf(found);
    }
  }
  return named?.replace(/\s+/g, " ").trim() || null;
}

function isFirst(heading: Element, { body }: Document): boolean {
  return textOf(body).indexOf(textOf(heading)) <= LONGEST_BEFORE;
}

function asTitle(paragraph: Element): void {
  const heading = paragraph.ownerDocument.createElement("h1");
  heading.append(...paragraph.childNodes);
  paragraph.replaceWith(heading);
}

function isText(line: string): boolean {
  return /\S/.test(line) && !/^#{1,6} /.test(line);
}

/** Warns about a page whose text is mostly outside the main part. */
function littleRead(read: number, all: number): LeftOut[] {
  const percent = Math.round(100 * read / Math.max(1, all));
  if (all < 400 || percent >= 40) return [];
  return [{
    what: `${100 - percent} percent of this page’s text`,
    why:
      "It is outside the page's main content. Check what was read, and paste what is missing.",
  }];
}

function nothing(url?: string): Refusal {
  return {
    refusal: url
      ? "No text was found on this page. It may need JavaScript to show any: paste its text instead."
      : "This file contains no text.",
  };
}
