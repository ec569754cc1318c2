// What may stand in a bare address; Chinese and Japanese punctuation ends it.
const ADDRESS = '[^\\s<>"`*\\[\\]\\u3000-\\u303f\\uff00-\\uff65';

/** Every mark. What one may span is bounded, so that a scan is linear in the text. */
const MARK = new RegExp(
  [
    "(`+)([^]{1,400}?)\\1",
    "(?<![\\w*])(\\*{1,3}|__?)(?=\\S)([^]{0,400}?[^\\s*_])\\3(?![\\w*])",
    "!?\\[([^\\]\\n]{1,400})\\]\\((https?://[^\\s()<>]{1,999}(?:\\([^\\s()<>]{0,99}\\))?)\\)",
    `(https?://${ADDRESS}]*${ADDRESS}.,;:!?')_])`,
    "\\\\([!-/:-@[-`{-~])",
    "\\n",
  ].join("|"),
  "gi",
);

const MAX_DEPTH = 5;

/** Appends a block's text to a node; line breaks stay, only http(s) addresses become links. */
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
    const address = parent.closest("a") ? "" : url ?? bare;
    const tag = code
      ? "code"
      : mark
      ? mark[1] ? "strong" : "em"
      : all === "\n" && "br";
    parent.append(text.slice(from, match.index));
    from = match.index + all.length;
    if (!address && !tag) {
      parent.append(plain ?? all);
      continue;
    }
    const node = address ? link(address, doc) : doc.createElement(`${tag}`);
    if (body ?? label) renderInline(body ?? label, node, doc, depth + 1);
    else node.append(bare ?? code ?? "");
    parent.append(node);
  }
  parent.append(text.slice(from));
}

/** A link, still empty, to another site, which learns nothing of this page. */
export function link(url: string, doc: Document): HTMLAnchorElement {
  const node = doc.createElement("a");
  node.href = url;
  node.target = "_blank";
  node.rel = "noopener noreferrer nofollow";
  return node;
}
