/** Code, kept as it is, or text between comments. */
export type Piece = { is_code: boolean; text: string };

/** Where code or a comment begins. */
const BEGINS =
  /^[ \t>]{0,20}(`{3,100}|~{3,100})|(`+)|(<!--)|(\{\/\*)|(\{%-?\s{0,9}comment\b)|(?<=^|\s)(%%)|^ {0,3}(\[(?:\/\/|comment|#)\]:)/gim;

/** How each kind of comment ends, by the group it begins with. */
const ENDS: (string | null)[] = [
  ...[null, null, null],
  ...["-->", "*/}", "endcomment"],
  "%%",
];
/** How far ahead a closing run of backticks is looked for. */
const LONGEST_CODE = 1_000;
/** The longest multi-line comment in the form of a link definition. */
const LONGEST_NOTE = 5_000;

/**
 * Splits Markdown into text and code, without comments meant for no reader: those of HTML, MDX, Liquid and Obsidian,
 * and Markdown's own kind (`[//]: # (…)`). Linear in the text.
 */
export function withoutNotes(text: string): { pieces: Piece[]; notes: number } {
  const pieces: Piece[] = [];
  const push = (is_code: boolean, from: number, to: number) => {
    if (to > from) pieces.push({ is_code, text: text.slice(from, to) });
  };
  let notes = 0;
  let from = 0;
  const unclosed = new Set<string>();
  const begins = new RegExp(BEGINS);
  for (let found = begins.exec(text); found; found = begins.exec(text)) {
    const group = found.findIndex((one, i) => i > 0 && one !== undefined);
    const at = found.index + found[0].lastIndexOf(found[group]);
    let end: number;
    if (group === 1) end = endOfFence(text, at, found[1]);
    else if (group === 2) end = endOfCode(text, at, found[2]);
    else if (group === 7) end = endOfDefinition(text, at);
    else end = endOfNote(text, begins.lastIndex, ENDS[group] ?? "", unclosed);
    if (end < 0) continue;
    push(false, from, at);
    if (group <= 2) push(true, at, end);
    else notes++;
    from = end;
    begins.lastIndex = end;
  }
  push(false, from, text.length);
  return { pieces, notes };
}

/** Only the visible part of a Markdown text. */
export function visibleText(text: string): string {
  // Most texts have no comments.
  if (!/<!--|\{\/\*|\]:|%%|\{%/.test(text)) return text;
  const { pieces, notes } = withoutNotes(text);
  return notes === 0 ? text : pieces.map((piece) => piece.text).join("");
}

/** An unclosed fence runs to the end. */
function endOfFence(text: string, at: number, fence: string): number {
  const close = text.indexOf(`\n${fence}`, at);
  if (close < 0) return text.length;
  const line_end = text.indexOf("\n", close + 1);
  return line_end < 0 ? text.length : line_end;
}

function endOfCode(text: string, at: number, run: string): number {
  const from = at + run.length;
  const close = text.slice(from, from + LONGEST_CODE).indexOf(run);
  return close < 0 ? from : from + close + run.length;
}

/** As in browsers, an unclosed HTML comment runs to the end; other unclosed comments are none (-1). */
function endOfNote(
  text: string,
  from: number,
  end: string,
  unclosed: Set<string>,
): number {
  const close = unclosed.has(end) ? -1 : text.indexOf(end, from);
  if (close < 0) {
    unclosed.add(end);
    return end === "-->" ? text.length : -1;
  }
  if (end !== "endcomment") return close + end.length;
  const tag_end = text.indexOf("%}", close);
  return tag_end < 0 ? text.length : tag_end + 2;
}

/**
 * The end of a comment in the form of a link definition: its line, or the end of its bracket in the same paragraph.
 */
function endOfDefinition(text: string, at: number): number {
  const line_end = endOf(text, "\n", at);
  if (!staysOpen(text.slice(at, line_end))) return line_end;
  const window = text.slice(at, at + LONGEST_NOTE);
  const paragraph = window.slice(0, endOf(window, "\n\n", 0));
  const close = paragraph.search(/[)"'][ \t]*(?:\n|$)/);
  return close < 0 ? line_end : endOf(text, "\n", at + close);
}

/** Whether a line ends within brackets or quotes. */
function staysOpen(line: string): boolean {
  const closed = Math.max(
    ...[")", '"', "'"].map((sign) => line.lastIndexOf(sign)),
  );
  return line.indexOf("(", closed + 1) >= 0 || /["']/.test(line[closed] ?? "");
}

function endOf(text: string, mark: string, at: number): number {
  const found = text.indexOf(mark, at);
  return found < 0 ? text.length : found;
}
