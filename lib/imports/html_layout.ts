/** Elements that no data table contains. */
const BLOCKS = /^(?:h[1-6]|p|ul|ol|table|blockquote)$/;

/**
 * Unwraps layout tables, as in mails: those marked as such, and single-column ones with headings, paragraphs or
 * lists. Each cell becomes a block.
 */
export function openLayout(root: Element): void {
  // The innermost first: an unwrapped table no longer counts as one.
  for (const table of [...root.querySelectorAll("table")].reverse()) {
    const rows = [...ownRows(table)];
    const is_layout = table.getAttribute("role") === "presentation" ||
      rows.every(({ children }) => children.length < 2) &&
        rows.some(({ firstElementChild: cell }) =>
          cell &&
          [...cell.children].some(({ localName }) => BLOCKS.test(localName))
        );
    if (!is_layout) continue;
    const blocks = rows.flatMap(({ children }) => [...children]).map((cell) => {
      const block = root.ownerDocument.createElement("div");
      block.append(...cell.childNodes);
      return block;
    });
    table.replaceWith(...blocks);
  }
}

/** The rows of a table, without those of nested tables. */
export function* ownRows(node: Element): Generator<Element> {
  for (const child of node.children) {
    if (child.localName === "tr") yield child;
    else if (child.localName !== "table") yield* ownRows(child);
  }
}
