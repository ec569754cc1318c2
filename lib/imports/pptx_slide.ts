import { escapeHtml } from "../escape_html.ts";
import { walkXml } from "./xml.ts";

/** Placeholders with the same text on each slide. */
const AROUND = /^(sldNum|ftr|dt|hdr|sldImg)$/;
const TITLES = /^(title|ctrTitle)$/;

/** A text box or table cell: its paragraphs, each in HTML. */
type Box = { kind: string; is_placed: boolean; lines: string[] };

/**
 * A slide or diagram as HTML: its title as a heading, then its boxes in drawing order, several lines of one as a
 * list; tables as tables. `leadsTo` resolves a link's id.
 * One function: opening, text and closing share state.
 */
export function slideHtml(
  xml: string,
  leadsTo: (id: string) => string | undefined,
): string {
  const titles: string[] = [];
  const others: string[] = [];
  let box: Box = newBox();
  let cell: string[] | null = null;
  let line = "";
  let href: string | undefined;
  let is_text = false;
  /** Whether a run of text is struck out, and so no longer valid. */
  let is_struck = false;
  /** Elements open within a skipped one: the fallback copy of a picture, a date or a slide number. */
  let unread = 0;
  const put = (html: string) => {
    if (html) others.push(html);
  };
  walkXml(xml, {
    open(name, attributes) {
      if (unread > 0 || name === "Fallback" || name === "fld") {
        unread++;
        return;
      }
      if (name === "sp") box = newBox();
      if (name === "ph") {
        box.kind = attributes.type ?? "";
        box.is_placed = true;
      }
      if (name === "tbl") put("<table>");
      if (name === "tr") put("<tr>");
      if (name === "tc") {
        const { gridSpan = "1", rowSpan = "1", hMerge, vMerge } = attributes;
        cell = [];
        const is_covered = hMerge === "1" || vMerge === "1";
        put(is_covered ? "" : `<td${spans(gridSpan, rowSpan)}>`);
        if (is_covered) cell = null;
      }
      if (name === "hlinkClick") href = leadsTo(attributes.id ?? "");
      if (name === "br") line += "<br>";
      if (name === "r") {
        href = undefined;
        is_struck = false;
      }
      if (name === "rPr") {
        is_struck = /^(sng|dbl)Strike$/.test(attributes.strike ?? "");
      }
      is_text = name === "t";
    },
    text(text) {
      if (unread > 0 || !is_text || is_struck) return;
      const said = escapeHtml(text);
      line += href && /^https?:/.test(href)
        ? `<a href="${escapeHtml(href)}">${said}</a>`
        : said;
    },
    close(name) {
      if (unread > 0) {
        unread--;
        return;
      }
      if (name === "t") is_text = false;
      if (name === "p") {
        if (/\S/.test(line)) (cell ?? box.lines).push(line.trim());
        line = "";
      }
      if (name === "sp" || name === "pt") {
        if (TITLES.test(box.kind)) titles.push(...box.lines);
        else if (!AROUND.test(box.kind)) put(boxHtml(box));
        box = newBox();
      }
      if (name === "tc" && cell) {
        put(`${cell.join("<br>")}</td>`);
        cell = null;
      }
      if (name === "tr") put("</tr>");
      if (name === "tbl") put("</table>");
    },
  });
  const title = titles.join(" ").replaceAll("<br>", " ");
  return `${title && `<h2>${title}</h2>`}${others.join("")}`;
}

function newBox(): Box {
  return { kind: "", is_placed: false, lines: [] };
}

/** The lines of a placeholder are mostly bullet points. */
function boxHtml({ is_placed, lines }: Box): string {
  const is_list = is_placed && lines.length > 1;
  const said = lines.map((line) =>
    is_list ? `<li>${line}</li>` : `<p>${line}</p>`
  ).join("");
  return is_list ? `<ul>${said}</ul>` : said;
}

function spans(columns: string, rows: string): string {
  return ` colspan="${Number(columns) || 1}" rowspan="${Number(rows) || 1}"`;
}
