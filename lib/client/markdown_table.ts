import { renderInline } from "./markdown_inline.ts";
import { cells } from "./table_lines.ts";

/** Appends a new element to another. */
export function addTo(
  parent: ParentNode,
  tag: string,
  doc: Document,
): HTMLElement {
  const node = doc.createElement(tag);
  parent.append(node);
  return node;
}

/** Builds a table in a box that scrolls on its own, also by keyboard. No row is wider than the head. */
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
