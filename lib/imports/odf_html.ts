import { escapeHtml } from "../escape_html.ts";
import type { OdfStyles } from "./odf_styles.ts";
import { slideBegins } from "./slides.ts";
import { walkXml } from "./xml.ts";

/** Elements that readers do not see: deletions, comments, descriptions, generated tables of contents. */
const UNREAD = new Set([
  ...["tracked-changes", "annotation", "annotation-end", "notes", "forms"],
  ...["table-of-content", "alphabetical-index", "note-citation", "desc"],
  ...["scripts", "styles", "automatic-styles", "font-face-decls", "object"],
  ...["hidden-text", "hidden-paragraph", "variable-decls", "ruby-text"],
  ...["sequence-decls", "user-field-decls", "header", "footer", "date-time"],
  ...["page-number", "title"],
]);

/** Elements with the same meaning in HTML. */
const SAME: Record<string, string> = {
  ...{ list: "ul", "list-item": "li", "list-header": "li", table: "table" },
  ...{ "table-row": "tr" },
};

/** The most spaces expanded from one element. */
const MOST_BLANKS = 20;

type Read = { html: string; hidden_slides: number[]; noted: number[] };

/**
 * The body of an OpenDocument text or presentation as HTML; each slide begins with its title as a heading.
 * One function: opening, text and closing share state.
 */
export function odfHtml(xml: string, styles: OdfStyles): Read {
  const html: string[] = [];
  const read = { hidden_slides: [] as number[], noted: [] as number[] };
  /** The closing tag of each open element. */
  const ends: string[] = [];
  let slide = 0;
  /** How many elements are open within one that is skipped. */
  let unread = 0;
  let is_slide_title = false;
  /** The slide whose speaker notes are being skipped; 0 for none. */
  let notes = 0;
  const opening = (
    name: string,
    attributes: Record<string, string>,
  ): [string, string] => {
    const same = SAME[name];
    if (same) return [`<${same}>`, `</${same}>`];
    const own = attributes["style-name"] ?? "";
    if (name === "h" || name === "p") {
      const level = name === "h"
        ? Number(attributes["outline-level"]) || 1
        : styles.headings.get(own);
      if (is_slide_title || ends.includes(")")) return ["", " "];
      if (ends.at(-1) === "</li>") return ["", "<br>"];
      const tag = level ? `h${Math.min(level, 6)}` : "p";
      return [`<${tag}>`, `</${tag}>`];
    }
    if (name === "table-cell") {
      const columns = Number(attributes["number-columns-spanned"]) || 1;
      const rows = Number(attributes["number-rows-spanned"]) || 1;
      return [`<td colspan="${columns}" rowspan="${rows}">`, "</td>"];
    }
    if (name === "a") {
      return [`<a href="${escapeHtml(attributes.href ?? "")}">`, "</a>"];
    }
    if (name === "note-body") return [" (", ")"];
    if (name === "line-break") return ["<br>", ""];
    if (name === "tab") return [" ", ""];
    if (name === "s") {
      const blanks = Math.min(Number(attributes.c) || 1, MOST_BLANKS);
      return [" ".repeat(blanks), ""];
    }
    if (name === "frame" && attributes.class === "title") {
      is_slide_title = true;
      return ["<h2>", "</h2>"];
    }
    return ["", ""];
  };
  walkXml(xml, {
    open(name, attributes) {
      if (name === "page") slide++;
      if (name === "frame") notes = attributes.class === "notes" ? slide : 0;
      const is_hidden = styles.hidden.has(attributes["style-name"] ?? "") ||
        attributes.display === "none";
      if (name === "page" && is_hidden) read.hidden_slides.push(slide);
      if (unread > 0 || is_hidden || UNREAD.has(name)) {
        unread++;
        return;
      }
      const [begin, end] = opening(name, attributes);
      if (name === "page") html.push(slideBegins(slide));
      html.push(begin);
      ends.push(end);
    },
    text(text) {
      const is_note = notes > 0 && /\S/.test(text);
      if (unread === 0) html.push(escapeHtml(text));
      else if (is_note && read.noted.at(-1) !== slide) read.noted.push(slide);
    },
    close(name) {
      if (name === "frame") notes = 0;
      if (unread > 0) {
        unread--;
        return;
      }
      if (name === "frame") is_slide_title = false;
      html.push(ends.pop() ?? "");
    },
  });
  // A paragraph within another element is one line of it.
  const joined = html.join("").replaceAll("<br></li>", "</li>")
    .replaceAll(" )", ")");
  return { html: joined, ...read };
}
