import { renderInline } from "./markdown_inline.ts";

// One of: a fence, a heading, a list entry; a plain line matches none.
const LINE = /^(?:(```+)[^`]*|#{1,6}\s+(.*)|([-*+]|\d{1,9}[.)])\s+(.*))$/;

/**
 * Builds nodes from Markdown: paragraphs (headings as bold ones, quotes as plain ones), lists,
 * code, emphasis and http(s) links. Never parses HTML, never loads anything. Linear in the text.
 */
export function renderMarkdown(text: string, doc: Document): DocumentFragment {
  const out = doc.createDocumentFragment();
  /** The list entries around the line, innermost first. */
  const entries: { indent: number; node: Element }[] = [];
  /** The block that takes further words. */
  let open: Element | null = null;
  let words = "";
  let fence = "";
  let code: Element;

  const add = (tag: string, parent: ParentNode) => {
    const node = doc.createElement(tag);
    parent.append(node);
    return node;
  };
  /** Ends the open block and begins the next. */
  const begin = (node: Element | null, text = "") => {
    if (open) renderInline(words, open, doc);
    open = node;
    words = text;
  };

  for (const raw of text.split(/\r\n?|\n/)) {
    const line = raw.replace(/^[\s>]+/, "").trimEnd();
    const indent = raw.search(/\S|$/);
    const [match, mark, heading, marker, entry] = LINE.exec(line) ?? [];
    if (fence) {
      if (line.startsWith(fence)) fence = "";
      else code!.append(raw, "\n");
      continue;
    }
    if (open && line && !match) {
      words += "\n" + line;
      continue;
    }
    begin(null);
    if (!line) continue;
    // A block belongs under an entry that it is indented against.
    while (entries[0] && indent < entries[0].indent + 2) entries.shift();
    const parent = entries[0]?.node ?? out;
    if (mark) {
      fence = mark;
      code = add("code", add("pre", parent));
    } else if (marker) {
      const tag = marker[1] ? "ol" : "ul";
      const last = parent.lastElementChild;
      const list = last?.localName === tag ? last : add(tag, parent);
      if (marker[1] && last !== list) {
        list.setAttribute("start", `${parseInt(marker)}`);
      }
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
