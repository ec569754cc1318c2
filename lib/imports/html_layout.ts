/** What no table of facts holds. */
const BLOCKS = /^(?:h[1-6]|p|ul|ol|table|blockquote)$/;

/**
 * Opens tables that only place what they hold, as mails have them: those that say so, and those of one column that hold
 * headings, paragraphs or lists. Each cell becomes a block.
 */
export function openLayout(root: Element): void {
  // The innermost first: what is opened is no table of the one around it.
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

/** The rows of a table, and not of those within it. */
export function* ownRows(node: Element): Generator<Element> {
  for (const child of node.children) {
    if (child.localName === "tr") yield child;
    else if (child.localName !== "table") yield* ownRows(child);
  }
}
