const WORD = "[\\p{L}\\p{N}]";
// What may stand in a bare address; Chinese and Japanese punctuation ends it.
const ADDRESS = '[^\\s<>"`*\\[\\]\\u3000-\\u303f\\uff00-\\uff65';

/** Every mark. What one may span is bounded, so that a scan is linear in the text. */
const MARK = new RegExp(
  [
    "(?<ticks>`+)(?<code>[^]{1,400}?)\\k<ticks>",
    "\\*\\*(?=\\S)(?<strong>[^]{0,400}?\\S)\\*\\*(?!\\*)",
    "\\*(?=[^\\s*])(?<em>[^]{0,400}?[^\\s*])\\*(?!\\*)",
    `(?<!${WORD}|_)(?<line>__?)(?=\\S)(?<lined>[^]{0,400}?\\S)\\k<line>(?!${WORD}|_)`,
    "!?\\[(?<label>[^\\]\\n]{1,400})\\]\\((?<url>https?://[^\\s()<>]{1,999}(\\([^\\s()<>]{0,99}\\))?)\\)",
    `(?<bare>https?://${ADDRESS}]*${ADDRESS}.,;:!?')_])`,
    "\\\\(?<plain>[!-/:-@[-`{-~])",
    "(?<end>\\n)",
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
    const { code, strong, em, line, lined, label, url, bare, plain, end } =
      match.groups!;
    parent.append(text.slice(from, match.index));
    from = match.index + match[0].length;
    // No link inside a link.
    const address = parent.closest("a") ? "" : url ?? bare;
    const inner = strong ?? em ?? lined ?? label;
    const tag = address
      ? "a"
      : code
      ? "code"
      : strong || line === "__"
      ? "strong"
      : em || lined
      ? "em"
      : end && "br";
    if (!tag) {
      parent.append(plain ?? match[0]);
      continue;
    }
    const node = doc.createElement(tag);
    if (address) {
      node.setAttribute("href", address);
      node.setAttribute("target", "_blank");
      node.setAttribute("rel", "noopener noreferrer nofollow");
    }
    if (inner) renderInline(inner, node, doc, depth + 1);
    else node.append(bare ?? code ?? "");
    parent.append(node);
  }
  parent.append(text.slice(from));
}
