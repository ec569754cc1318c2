import { renderInline } from "./markdown_inline.ts";

// One of: a fence, a heading, a rule, a list entry, a quote; a plain line matches none.
const LINE =
  /^(?:(```+|~~~+)[^`]*|#{1,6}\s+(.*)|(---+|\*\*\*+)|([-*+]|\d{1,9}[.)])\s+(.*)|>[\s>]*(.*))$/;

/**
 * Builds nodes from Markdown: paragraphs, headings (as bold paragraphs), lists, quotes, code,
 * emphasis and http(s) links. Never parses HTML, never loads anything. Linear in the text.
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
  const begin = (node: Element, text: string) => {
    open = node;
    words = text;
  };
  const flush = () => {
    if (open) renderInline(words, open, doc);
    open = null;
  };
  /** The parent's last element, if it is such a one, else a new one. */
  const join = (tag: string, parent: ParentNode) => {
    const last = parent.lastElementChild;
    return last?.localName === tag ? last : add(tag, parent);
  };

  for (let at = 0; at < lines.length; at++) {
    const line = lines[at].trim();
    const indent = lines[at].search(/\S|$/);
    const [match, fence, heading, rule, marker, entry, quote] =
      LINE.exec(line) ?? [];
    if (open && line && !match) {
      words += "\n" + line;
      continue;
    }
    flush();
    if (!line) continue;
    // A block belongs under an entry that it is indented against.
    while (entries.length && indent < entries[entries.length - 1].indent + 2) {
      entries.pop();
    }
    const parent = entries[entries.length - 1]?.node ?? out;
    if (fence) {
      const code: string[] = [];
      while (++at < lines.length && !lines[at].trim().startsWith(fence)) {
        code.push(lines[at]);
      }
      add("code", add("pre", parent)).append(code.join("\n"));
    } else if (rule) {
      add("hr", parent);
    } else if (marker) {
      const list = join(marker[1] ? "ol" : "ul", parent);
      if (marker[1] && !list.firstChild) {
        list.setAttribute("start", `${parseInt(marker)}`);
      }
      const node = add("li", list);
      entries.push({ indent, node });
      begin(node, entry);
    } else if (quote != null) {
      begin(add("p", join("blockquote", parent)), quote);
    } else if (heading) {
      begin(add("strong", add("p", parent)), heading);
      flush();
    } else {
      begin(add("p", parent), line);
    }
  }
  flush();
  return out;
}
