/** A line of a PDF's page in reading order, in points from the lower left corner. */
export type Line = {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Something separates it from the line before: a paragraph, a column. */
  begins: boolean;
  /** It has separate parts: a row of a table. */
  is_row: boolean;
};

/** Scripts without spaces between words. */
export const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}。、，：；！？「」（）]/u;

/** Joins lines into text: paragraphs, lists, and hyphenated words rejoined. */
export function textOf(lines: readonly Line[]): string {
  const said: string[] = [];
  let after_row = false;
  let last_y = -Infinity;
  for (const { text, y, begins, is_row } of lines) {
    // A column begins above the end of the one before it.
    const is_same = y > last_y && goesOn(said.at(-1) ?? "", text);
    last_y = y;
    const item = is_row ? [text, text] : /^[•▪‣●◦–]\s*(.*)$/u.exec(text);
    const is_new = begins || after_row && !item;
    if (said.length === 0) said.push(item ? `- ${item[1]}` : text);
    else if (is_same && !item) goOn(said, text);
    else if (item) said.push(begins ? "\n\n" : "\n", `- ${item[1]}`);
    else if (is_new) said.push("\n\n", text);
    else goOn(said, text);
    after_row = is_row;
  }
  return said.join("");
}

/** Whether a text continues a sentence begun before it, on another page or in another column. */
export function goesOn(before: string, text: string): boolean {
  return before !== "" && !/[.!?:。！？؟।…"”»)]\s*$/u.test(before.slice(-20)) &&
    /^[\p{Ll}\p{Lo}]/u.test(text);
}

/** Appends a line that continues a text in pieces. */
export function goOn(said: string[], line: string): void {
  const last = said.at(-1) ?? "";
  if (/\p{L}[-\u00ad\u2010]$/u.test(last.slice(-3)) && /^\p{Ll}/u.test(line)) {
    said[said.length - 1] = last.slice(0, -1);
  } else if (
    !UNSPACED.test(last.slice(-1)) || !UNSPACED.test(line.slice(0, 1))
  ) said.push(" ");
  said.push(line);
}
