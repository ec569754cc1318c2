import { renderInline } from "./markdown_inline.ts";

/** The line below a table's head, such as `| --- | :-: |`. */
const RULE = /^\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?$/;

/** A line without the indent and the marks of quotes before it. */
export function bare(line = ""): string {
  return line.replace(/^[\s>]+/, "").trimEnd();
}

/** A new element at the end of another. */
export function addTo(
  parent: ParentNode,
  tag: string,
  doc: Document,
): HTMLElement {
  const node = doc.createElement(tag);
  parent.append(node);
  return node;
}

/** How many of the lines from `at` on are a table: 0 where none begins there. */
export function tableLength(lines: string[], at: number): number {
  if (!lines[at].includes("|") || !RULE.test(bare(lines[at + 1]))) return 0;
  let end = at + 2;
  while (bare(lines[end]).includes("|")) end++;
  return end - at;
}

/** Builds a table in a box that scrolls by itself, by the keyboard too. No row is wider than its head. */
export function renderTable(
  [head, , ...rows]: string[],
  parent: ParentNode,
  doc: Document,
): void {
  const add = (tag: string, parent: ParentNode) => addTo(parent, tag, doc);
  const box = add("div", parent);
  box.setAttribute("tabindex", "0");
  const table = add("table", box);
  const columns = cells(head);
  const fill = (part: Element, tag: string, texts: string[]) => {
    const row = add("tr", part);
    for (const text of texts.slice(0, columns.length)) {
      renderInline(text, add(tag, row), doc);
    }
  };
  fill(add("thead", table), "th", columns);
  const body = add("tbody", table);
  for (const row of rows) fill(body, "td", cells(row));
}

function cells(row: string): string[] {
  return bare(row).replace(/^\||(?<!\\)\|$/g, "").split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}
