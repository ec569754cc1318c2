import TurndownService from "turndown";
import { boundShape } from "./html_bounded.ts";
import { openLayout, ownRows } from "./html_layout.ts";
import { textOf } from "./html_shape.ts";
import { type Span, spreadMerged } from "./merged_cells.ts";
import { isHeading } from "./table_rows.ts";

/** The longest table kept as a table, in UTF-16 units: it fits into a passage. */
const SHORT_TABLE = 800;

/** Converts an element to Markdown. Changes the element. */
export function toMarkdown(root: Element): string {
  for (const link of root.querySelectorAll("a")) openLink(link);
  openLayout(root);
  boundShape(root);
  const turndown = new TurndownService({
    headingStyle: "atx",
    bulletListMarker: "-",
    codeBlockStyle: "fenced",
  });
  turndown.addRule("item", { filter: "li", replacement: itemRule() });
  addTables(turndown);
  return turndown.turndown(root as unknown as HTMLElement)
    .split("\n").map((line) => line.trimEnd()).join("\n")
    .replace(/\n{3,}/g, "\n\n").trim();
}

/** Replaces the converter's own rule, which searches all items for the number of each. */
function itemRule(): TurndownService.ReplacementFunction {
  const numbers = new WeakMap<object, number>();
  return (content, node) => {
    const list = node.parentNode as Element | null;
    let mark = "-   ";
    if (list?.nodeName === "OL") {
      const start = parseInt(list.getAttribute("start") ?? "");
      const number = numbers.get(list) ?? (Number.isNaN(start) ? 1 : start);
      numbers.set(list, number + 1);
      mark = `${number}.  `;
    }
    const text = content.replace(/^\n+/, "");
    const said = text.endsWith("\n") ? `${text.trimEnd()}\n` : text;
    const indented = said.replaceAll("\n", `\n${" ".repeat(mark.length)}`);
    return `${mark}${indented}${node.nextSibling ? "\n" : ""}`;
  };
}

/** A table is judged by its converted cells, each converted once: tables can be nested. */
function addTables(turndown: TurndownService): void {
  const cells = new WeakMap<object, string>();
  turndown.addRule("cell", {
    filter: ({ parentNode }) => parentNode?.nodeName === "TR",
    replacement(content, node) {
      cells.set(node, content.replace(/\s+/g, " ").trim());
      return content;
    },
  });
  turndown.addRule("table", {
    filter: "table",
    replacement: (_, node) => {
      const said = tableOf(node as Element, (cell) => cells.get(cell) ?? "");
      return `\n\n${said}\n\n`;
    },
  });
}

/** A link's final address: Google Docs links go through Google's own address. */
function leadsTo(href: string): string {
  const url = /^https?:\/\/www\.google\.[a-z.]{2,6}\/url\?/.test(href)
    ? URL.parse(href)?.searchParams.get("q")
    : null;
  return url && /^https?:/.test(url) ? url : href;
}

/** Keeps links to other pages. A link within the site becomes text: its target makes no sense elsewhere. */
function openLink(link: Element): void {
  const href = leadsTo(link.getAttribute("href") ?? "");
  const text = textOf(link);
  if (/^https?:/.test(href) && text) return link.setAttribute("href", href);
  const address = /^(?:mailto|tel):([^?]+)/.exec(href)?.[1] ?? "";
  const is_said = text.replace(/\s/g, "").includes(address);
  link.replaceWith(...link.childNodes, ...is_said ? [] : [` (${address})`]);
}

/**
 * Formats a table with headings: a short one as a table; a long one row by row, each cell with its heading. Other
 * tables row by row.
 */
function tableOf(table: Element, said: (cell: Element) => string): string {
  const rows = [...ownRows(table)];
  const caption = [...table.children].find(({ localName }) =>
    localName === "caption"
  );
  const cells = cellsOf(rows, said);
  const has_headings = cells.length > 1 && cells[0].length > 1 &&
    (Array.from(rows[0].children).every(({ localName }) =>
      localName === "th"
    ) || looksHeaded(cells));
  const text = !has_headings
    ? cells.map((row) => row.filter(Boolean).join(" · ")).join("\n\n")
    : asTable(cells).length <= SHORT_TABLE
    ? asTable(cells)
    : asRows(cells);
  return [caption && textOf(caption), text].filter(Boolean).join("\n\n");
}

/** The rows with the text of their cells, each in its column. */
function cellsOf(
  rows: Element[],
  said: (cell: Element) => string,
): string[][] {
  const cells: string[][] = rows.map(() => []);
  const spans: Span[] = [];
  /** Columns covered by a cell above, with the number of rows left. */
  const covered: number[] = [];
  for (const [row, { children }] of rows.entries()) {
    let column = 0;
    for (const cell of children) {
      while (covered[column] > 0) covered[column++]--;
      const columns = spanOf(cell, "colspan");
      const height = Math.min(spanOf(cell, "rowspan"), rows.length - row);
      cells[row][column] = said(cell);
      if (columns > 1 || height > 1) {
        spans.push({ row, column, rows: height, columns });
      }
      for (let n = 0; n < columns; n++) {
        if (n > 0) cells[row][column] = "";
        covered[column++] = height - 1;
      }
    }
    for (; column < covered.length; column++) {
      if (covered[column] > 0) covered[column]--;
    }
    cells[row] = Array.from(cells[row], (cell) => cell ?? "");
  }
  spreadMerged(cells, spans);
  return cells.filter((row) => row.some(Boolean));
}

/** A cell's column or row span, limited to what any table has. */
function spanOf(cell: Element, name: string): number {
  const n = parseInt(cell.getAttribute(name) ?? "");
  return n > 1 ? Math.min(n, 100) : 1;
}

/** Whether the first row holds unmarked headings: it has no figures, and the rows below have. */
function looksHeaded([first, ...rest]: string[][]): boolean {
  const has_figure = (cell: string) => /\p{Nd}/u.test(cell);
  if (first.some(has_figure) || !isHeading({ n: 0, cells: first })) {
    return false;
  }
  if (rest.length === 1) return rest[0].every(has_figure);
  return first.some((_, i) => {
    const below = rest.map((row) => row[i]).filter(Boolean);
    return below.length > 1 && below.every(has_figure);
  });
}

function asTable([headings, ...rows]: string[][]): string {
  const line = (row: string[]) =>
    `| ${
      headings.map((_, i) => (row[i] ?? "").replaceAll("|", "\\|")).join(" | ")
    } |`;
  const rule = headings.map(() => "---");
  return [headings, rule, ...rows].map(line).join("\n");
}

function asRows([headings, ...rows]: string[][]): string {
  return rows.map(([name, ...cells]) => {
    const said = cells.map((cell, i) =>
      cell && (headings[i + 1] ? `${headings[i + 1]}: ${cell}` : cell)
    ).filter(Boolean).join("; ");
    return said ? `${name}: ${said}` : name;
  }).join("\n\n");
}
