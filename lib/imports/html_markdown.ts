import TurndownService from "turndown";
import { boundShape } from "./html_bounded.ts";
import { textOf } from "./html_shape.ts";

/** The longest table that is kept as one, in UTF-16 units: a passage holds it. */
const SHORT_TABLE = 800;

/** An element as Markdown. Changes the element. */
export function toMarkdown(root: Element): string {
  for (const link of root.querySelectorAll("a")) openLink(link);
  boundShape(root);
  const turndown = new TurndownService({
    headingStyle: "atx",
    bulletListMarker: "-",
    codeBlockStyle: "fenced",
  });
  turndown.addRule("marks", {
    filter: ["del", "s", "strike" as "s"],
    replacement: () => "",
  });
  turndown.addRule("item", { filter: "li", replacement: itemRule() });
  addTables(turndown);
  return turndown.turndown(root as unknown as HTMLElement)
    .split("\n").map((line) => line.trimEnd()).join("\n")
    .replace(/\n{3,}/g, "\n\n").trim();
}

/** As the converter's own rule, which looks for each item's number among all items. */
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

/** A table is told by what its cells came to, each of which is converted once: tables lie in one another. */
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

/** Leaves links to other pages. One within the site is text: where it leads cannot be told elsewhere. */
function openLink(link: Element): void {
  const href = link.getAttribute("href") ?? "";
  const text = textOf(link);
  if (/^https?:/.test(href) && text) return;
  const address = /^(?:mailto|tel):([^?]+)/.exec(href)?.[1] ?? "";
  const is_said = text.replace(/\s/g, "").includes(address);
  link.replaceWith(...link.childNodes, ...is_said ? [] : [` (${address})`]);
}

/** A table with headings: short, as one; long, row by row, each cell with its heading. Another one row by row. */
function tableOf(table: Element, said: (cell: Element) => string): string {
  const rows = [...ownRows(table)];
  const caption = [...table.children].find(({ localName }) =>
    localName === "caption"
  );
  const cells = rows.map((row) => [...row.children].map(said))
    .filter((row) => row.some(Boolean));
  const has_headings = cells.length > 1 && cells[0].length > 1 &&
    Array.from(rows[0].children).every(({ localName }) => localName === "th");
  const text = !has_headings
    ? cells.map((row) => row.filter(Boolean).join(" · ")).join("\n\n")
    : asTable(cells).length <= SHORT_TABLE
    ? asTable(cells)
    : asRows(cells);
  return [caption && textOf(caption), text].filter(Boolean).join("\n\n");
}

/** The rows of a table, and not of those within it. */
function* ownRows(node: Element): Generator<Element> {
  for (const child of node.children) {
    if (child.localName === "tr") yield child;
    else if (child.localName !== "table") yield* ownRows(child);
  }
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
