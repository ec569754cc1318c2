/** The line below a table's head, such as `| --- | :-: |`. */
const RULE = /^\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?$/;

/** A line without indent and quote marks. */
export function bare(line = ""): string {
  return line.replace(/^[\s>]+/, "").trimEnd();
}

/** The number of lines from `at` on that form a table; 0 if none begins there. */
export function tableLength(lines: string[], at: number): number {
  if (!lines[at].includes("|") || !RULE.test(bare(lines[at + 1]))) return 0;
  let end = at + 2;
  while (bare(lines[end]).includes("|")) end++;
  return end - at;
}

/** The cells of a table row, as Markdown. */
export function cells(row: string): string[] {
  return bare(row).replace(/^\||(?<!\\)\|$/g, "").split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

/** The rows of a table, head first. No row has more cells than the head. */
export type Rows = string[][];

/** Splits Markdown into text and tables, in order. Code counts as text. */
export function splitTables(markdown: string): (string | Rows)[] {
  const lines = markdown.split("\n");
  const pieces: (string | Rows)[] = [];
  let text: string[] = [];
  let is_code = false;
  const end = () => {
    if (text.length > 0) pieces.push(text.join("\n"));
    text = [];
  };
  for (let i = 0; i < lines.length; i++) {
    if (/^\s*```/.test(lines[i])) is_code = !is_code;
    const length = is_code ? 0 : tableLength(lines, i);
    if (length === 0) {
      text.push(lines[i]);
      continue;
    }
    end();
    const [head, , ...rows] = lines.slice(i, i + length).map(cells);
    pieces.push([head, ...rows.map((row) => row.slice(0, head.length))]);
    i += length - 1;
  }
  end();
  return pieces;
}
