import TurndownService from "turndown";
import { textOf } from "./html_shape.ts";

/** The longest table that is kept as one, in UTF-16 units: a passage holds it. */
const SHORT_TABLE = 800;

/** An element as Markdown. */
export function toMarkdown(root: Element): string {
  for (const link of root.querySelectorAll("a")) openLink(link);
  const turndown = new TurndownService({
    headingStyle: "atx",
    bulletListMarker: "-",
    codeBlockStyle: "fenced",
  });
  turndown.addRule("marks", {
    filter: ["del", "s", "strike" as "s"],
    replacement: () => "",
  });
  turndown.addRule("table", {
    filter: "table",
    replacement: (_, node) => `\n\n${tableOf(turndown, node as Element)}\n\n`,
  });
  return turndown.turndown(root as unknown as HTMLElement)
    .split("\n").map((line) => line.trimEnd()).join("\n")
    .replace(/\n{3,}/g, "\n\n").trim();
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
function tableOf(turndown: TurndownService, table: Element): string {
  const rows = Array.from(table.querySelectorAll("tr"))
    .filter((row) => row.closest("table") === table);
  const caption = table.querySelector("caption");
  const cells = rows.map((row) =>
    Array.from(row.children).map((cell) =>
      turndown.turndown(cell as unknown as HTMLElement)
        .replace(/\s+/g, " ").trim()
    )
  ).filter((row) => row.some(Boolean));
  const has_headings = cells.length > 1 && cells[0].length > 1 &&
    Array.from(rows[0].children).every(({ localName }) => localName === "th");
  const said = !has_headings
    ? cells.map((row) => row.filter(Boolean).join(" · ")).join("\n\n")
    : asTable(cells).length <= SHORT_TABLE
    ? asTable(cells)
    : asRows(cells);
  return [caption && textOf(caption), said].filter(Boolean).join("\n\n");
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
