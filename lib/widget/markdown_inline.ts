/** An open mark: `mark` is what closes it, `text` what it was if nothing does. */
type Open = { mark: string; text: string; node: Node };

const MAX_OPEN = 9;
const ADDRESS = "https?:\\/\\/";
const NO_ADDRESS = '\\s<>"`*[\\]|\\u3000-\\u303f\\uff00-\\uff65';

// Every alternative either ends soon or is sure to match once it is long, so a scan is linear.
// A bare address ends before closing punctuation.
const TOKEN = new RegExp(
  "\\\\[!-/:-@[-`{-~]|`+|\\*\\*?|__?|~~|!?\\[|\\n|" +
    `\\]\\(\\s?<?(${ADDRESS}(?:[^\\s()<>]|\\([^\\s()<>]{0,99}\\)){1,2000})>?` +
    '(?:\\s"[^"\\n]{0,99}")?\\s?\\)|\\]|' +
    `${ADDRESS}[^${NO_ADDRESS}]*[^${NO_ADDRESS}.,;:!?')_]`,
  "gi",
);

const TAGS: Record<string, string> = { "*": "em", "**": "strong", "~~": "del" };

/** Appends a block's text to a node; line breaks stay. */
export function renderInline(text: string, root: Node, doc: Document): void {
  const stack: Open[] = [{ mark: "", text: "", node: root }];
  let unclosed_ticks = Infinity;
  let from = 0;

  const top = () => stack[stack.length - 1];
  const write = (words: string) => {
    if (words) top().node.appendChild(doc.createTextNode(words));
  };
  const add = (tag: string, words = "", node = doc.createElement(tag)) => {
    node.textContent = words;
    return top().node.appendChild(node);
  };
  const push = (mark: string, text: string, tag: string) => {
    if (stack.length > MAX_OPEN) write(text);
    else stack.push({ mark, text, node: doc.createElement(tag) });
  };
  /** Ends the top mark; one that nothing closed was only text. */
  const pop = (closed: boolean) => {
    const { text, node } = stack.pop()!;
    if (closed) return top().node.appendChild(node);
    write(text);
    while (node.firstChild) top().node.appendChild(node.firstChild);
  };
  const isOpen = (mark: string) => stack.some((open) => open.mark === mark);
  /** Makes the nearest open mark of this kind the top. */
  const reach = (mark: string) => {
    if (!isOpen(mark)) return false;
    while (top().mark !== mark) pop(false);
    return true;
  };
  const link = (node: Node, url: string) => {
    const anchor = node as HTMLAnchorElement;
    anchor.href = url;
    anchor.target = "_blank";
    anchor.rel = "noopener noreferrer nofollow";
  };

  const onCode = (ticks: string) => {
    const end = ticks.length < unclosed_ticks ? text.indexOf(ticks, from) : -1;
    if (end < 0) {
      unclosed_ticks = Math.min(unclosed_ticks, ticks.length);
      return write(ticks);
    }
    add("code", text.slice(from, end));
    from = end + ticks.length;
  };
  const onBracket = (token: string, url?: string) => {
    if (!reach("[")) return write(token);
    if (url) {
      link(top().node, url);
      pop(true);
      // No link inside a link.
      for (const open of stack) if (open.mark === "[") open.mark = "-";
    } else {
      pop(false);
      write(token);
    }
  };
  const onEmphasis = (token: string, at: number) => {
    const before = text[at - 1] ?? " ";
    const after = text[from] ?? " ";
    const within = (side: string) =>
      token[0] === "_" && /[\p{L}\p{N}]/u.test(side);
    const opens = /\S/.test(after) && !within(before);
    const closes = /\S/.test(before) && !within(after) &&
      top().node.firstChild;
    const { mark } = top();
    if (closes && mark[0] === token[0] && text.startsWith(mark, at)) {
      from = at + mark.length;
      pop(true);
    } else if (closes && reach(token)) pop(true);
    else if (opens) push(token, token, TAGS[token.replace(/_/g, "*")]);
    else write(token);
  };

  for (let match; (TOKEN.lastIndex = from, match = TOKEN.exec(text));) {
    const [token, url] = match;
    write(text.slice(from, match.index));
    from = match.index + token.length;
    if (token[0] === "\\") write(token[1]);
    else if (token === "\n") add("br");
    else if (token[0] === "`") onCode(token);
    else if (token[0] === "]") onBracket(token, url);
    else if (token.endsWith("[")) push("[", token, "a");
    else if (!/^h/i.test(token)) onEmphasis(token, match.index);
    else if (isOpen("[")) write(token);
    else link(add("a", token), token);
  }
  write(text.slice(from));
  while (stack[1]) pop(false);
}
