// Code; emphasis; a link; a bare address, up to closing punctuation; an escape; a line break. Each match is bounded,
// so that a scan is linear in the text.
const MARK =
  /(`+)([^]{1,400}?)\1|(?<![\w*])(\*{1,3}|__?)(?=\S)([^]{0,400}?[^\s*_])\3(?![\w*])|!?\[([^\]]{1,400})\]\((https?:\/\/(?:[^\s()<>]|\([^\s()<>]{0,99}\)){1,999})\)|(https?:\/\/[\w./?&=#%~+:@,;!$-]*[\w/&=#%~+-])|\\([^\w\s])|\n/gi;

const MAX_DEPTH = 5;

/** Appends a block's text to a node; line breaks are kept, only http(s) addresses become links. */
export function renderInline(
  text: string,
  parent: Element,
  doc: Document,
  depth = 0,
): void {
  let from = 0;
  for (const match of depth < MAX_DEPTH ? text.matchAll(MARK) : []) {
    const [all, , code, mark, body, label, url, bare, plain] = match;
    // No link inside a link.
    const address = !parent.closest("a") && (url ?? bare);
    const tag = code
      ? "code"
      : mark
      ? mark[1] ? "strong" : "em"
      : all === "\n" && "br";
    parent.append(text.slice(from, match.index));
    from = match.index + all.length;
    if (address || tag) {
      const made = address ? link(address, doc) : doc.createElement(`${tag}`);
      const inner = body ?? label;
      parent.append(made);
      if (inner) renderInline(inner, made, doc, depth + 1);
      else made.append(bare ?? code ?? "");
    } else parent.append(plain ?? all);
  }
  parent.append(text.slice(from));
}

/** A link to another site, which learns nothing about this page: `noreferrer` implies `noopener`. */
export function link(
  url: string,
  doc: Document,
  words = "",
): HTMLAnchorElement {
  const node = doc.createElement("a");
  node.href = url;
  node.target = "_blank";
  node.rel = "noreferrer";
  node.append(words);
  return node;
}
