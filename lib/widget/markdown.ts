import { renderInline } from "./markdown_inline.ts";

type Item = { indent: number; list: HTMLElement; entry: HTMLElement };

/**
 * Builds nodes from Markdown: paragraphs, headings (as bold paragraphs), lists, quotes, code,
 * emphasis and http(s) links. Never parses HTML, never loads anything. Linear in the text.
 */
export function renderMarkdown(text: string, doc: Document): DocumentFragment {
  const out = doc.createDocumentFragment();
  const lines = text.split(/\r\n?|\n/);
  let items: Item[] = [];
  let open: { node: Node; text: string } | null = null;

  const flush = () => {
    if (open) renderInline(open.text, open.node, doc);
    open = null;
  };
  const add = (tag: string, parent: Node) =>
    parent.appendChild(doc.createElement(tag));

  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    const bare = line.trim();
    const indent = line.search(/\S|$/);
    const fence = /^(```+|~~~+)[^`]*$/.exec(bare);
    const heading = /^#{1,6}\s+(.*)/.exec(bare);
    const rule = /^([-*_])(\s*\1){2,}$/.test(bare);
    const item = !rule && /^([-*+]|\d{1,9}[.)])\s+(.*)/.exec(bare);
    const plain = !(fence || heading || rule || item || bare[0] === ">");
    if (plain && bare && open) {
      open.text += "\n" + bare;
      continue;
    }
    flush();
    if (!bare) continue;
    if (item) {
      const entry = addItem(items, indent, item[1], out, doc);
      open = { node: entry, text: item[2] };
      continue;
    }
    if (indent < 2) items = [];
    const parent = items.length ? items[items.length - 1].entry : out;
    if (fence) {
      const code: string[] = [];
      while (++at < lines.length && !lines[at].trim().startsWith(fence[1])) {
        code.push(lines[at]);
      }
      add("code", add("pre", parent)).textContent = code.join("\n");
    } else if (rule) {
      add("hr", parent);
    } else if (bare[0] === ">") {
      const quote: string[] = [];
      for (; lines[at]?.trim()[0] === ">"; at++) {
        quote.push(lines[at].replace(/^[\s>]+/, ""));
      }
      at--;
      add("blockquote", parent)
        .appendChild(renderMarkdown(quote.join("\n"), doc));
    } else {
      const node = add("p", parent);
      if (heading) renderInline(heading[1], add("strong", node), doc);
      else open = { node, text: bare };
    }
  }
  flush();
  return out;
}

/** Adds an entry to the list that its indentation belongs to, at most 6 deep. */
function addItem(
  items: Item[],
  indent: number,
  marker: string,
  out: Node,
  doc: Document,
): HTMLElement {
  const tag = marker[1] ? "ol" : "ul";
  const entry = doc.createElement("li");
  while (items.length > 1 && indent < items[items.length - 1].indent) {
    items.pop();
  }
  let top = items[items.length - 1];
  const deeper = top && indent > top.indent + 1 && items.length < 6;
  if (!top || deeper || top.list.localName !== tag) {
    const parent = deeper ? top.entry : top ? top.list.parentNode! : out;
    const list = doc.createElement(tag);
    if (marker[1]) list.setAttribute("start", `${parseInt(marker)}`);
    parent.appendChild(list);
    if (top && !deeper) items.pop();
    items.push(top = { indent, list, entry });
  }
  top.entry = entry;
  top.list.appendChild(entry);
  return entry;
}
