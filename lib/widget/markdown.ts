import { renderInline } from "./markdown_inline.ts";

// One of: a fence, a heading, a list entry, a quote; a plain line matches none.
const LINE =
  /^(?:(```+|~~~+)[^`]*|#{1,6}\s+(.*)|([-*+]|\d{1,9}[.)])\s+(.*)|>[\s>]*(.*))$/;

/**
 * Builds nodes from Markdown: paragraphs (headings as bold ones), lists, quotes, code, emphasis
 * and http(s) links. Never parses HTML, never loads anything. Linear in the text.
 */
export function renderMarkdown(text: string, doc: Document): DocumentFragment {
  const out = doc.createDocumentFragment();
  const lines = text.split(/\r\n?|\n/);
  /** The list entries around the next line, outermost first. */
  const entries: { indent: number; node: Element }[] = [];
  /** The block that takes further words. */
  let open: Element | null = null;
  let words = "";

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

  for (let at = 0; at < lines.length; at++) {
    const line = lines[at].trim();
    const indent = lines[at].search(/\S|$/);
    const [match, fence, heading, marker, entry, quote] = LINE.exec(line) ?? [];
    if (open && line && !match) {
      words += "\n" + line;
      continue;
    }
    begin(null);
    if (!line) continue;
    // A block belongs under an entry that it is indented against.
    while (entries.length && indent < entries[0].indent + 2) entries.shift();
    const parent = entries[0]?.node ?? out;
    if (fence) {
      const code: string[] = [];
      while (++at < lines.length && !lines[at].trim().startsWith(fence)) {
        code.push(lines[at]);
      }
      add("code", add("pre", parent)).append(code.join("\n"));
    } else if (marker) {
      const tag = marker[1] ? "ol" : "ul";
      const last = parent.lastElementChild;
      const list = last?.localName === tag ? last : add(tag, parent);
      if (!list.firstChild) list.setAttribute("start", `${parseInt(marker)}`);
      const node = add("li", list);
      entries.unshift({ indent, node });
      begin(node, entry);
    } else if (heading) {
      begin(add("strong", add("p", parent)), heading);
      begin(null);
    } else if (match) {
      begin(add("p", add("blockquote", parent)), quote);
    } else {
      begin(add("p", parent), line);
    }
  }
  begin(null);
  return out;
}
