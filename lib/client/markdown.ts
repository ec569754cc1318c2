import { renderInline } from "./markdown_inline.ts";
import { addTo, renderTable } from "./markdown_table.ts";
import { bare, tableLength } from "./table_lines.ts";

// A fence, a heading or a list entry; a plain line matches none.
const LINE = /^(?:(```+)[^`]*|#{1,6}\s+(.*)|([-*+]|\d{1,9}[.)])\s+(.*))$/;

/**
 * Builds nodes from Markdown: paragraphs (headings as bold ones, quotes as plain ones), lists, tables, code, emphasis
 * and http(s) links. Never parses HTML, never loads anything. Linear in the text.
 */
export function renderMarkdown(text: string, doc: Document): DocumentFragment {
  const out = doc.createDocumentFragment();
  /** The enclosing list entries, innermost first. */
  const entries: { indent: number; node: Element }[] = [];
  /** The block that further text is added to. */
  let open: Element | null = null;
  let words = "";
  let fence = "";
  let code: Element;

  const add = (tag: string, parent: ParentNode) => addTo(parent, tag, doc);
  /** Ends the open block and begins the next. */
  const begin = (node: Element | null, text = "") => {
    if (open) renderInline(words, open, doc);
    open = node;
    words = text;
  };

  const lines = text.split(/\r\n?|\n/);
  for (let i = 0; i < lines.length; i++) {
    const raw = lines[i];
    const line = bare(raw);
    const indent = raw.search(/\S|$/);
    const [match, mark, heading, marker, entry] = LINE.exec(line) ?? [];
    if (fence) {
      if (line.startsWith(fence)) fence = "";
      else code!.append(raw, "\n");
      continue;
    }
    const rows = match ? 0 : tableLength(lines, i);
    if (open && line && !match && !rows) {
      words += "\n" + line;
      continue;
    }
    begin(null);
    if (!line) continue;
    // A block belongs to the innermost entry that it is indented under.
    while (entries[0] && indent < entries[0].indent + 2) entries.shift();
    const parent = entries[0]?.node ?? out;
    if (rows) {
      renderTable(lines.slice(i, i + rows), parent, doc);
      i += rows - 1;
    } else if (mark) {
      fence = mark;
      code = add("code", add("pre", parent));
    } else if (marker) {
      const list = listFor(marker, parent, doc);
      const node = add("li", list);
      entries.unshift({ indent, node });
      begin(node, entry);
    } else if (heading) {
      begin(add("strong", add("p", parent)), heading);
      begin(null);
    } else {
      begin(add("p", parent), line);
    }
  }
  begin(null);
  return out;
}

/** The list for a new entry: the previous entry's if it is of the same kind, otherwise a new one. */
function listFor(marker: string, parent: ParentNode, doc: Document): Element {
  const tag = marker[1] ? "ol" : "ul";
  const last = parent.lastElementChild;
  if (last?.localName === tag) return last;
  const list = addTo(parent, tag, doc);
  if (marker[1]) list.setAttribute("start", `${parseInt(marker)}`);
  return list;
}
