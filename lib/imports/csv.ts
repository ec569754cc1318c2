import type { Reading, Refusal } from "./kinds.ts";

const SEPARATORS = [",", ";", "\t"];
const QUESTION = /^(question|frage|pregunta|pergunta|q|prompt)s?$/i;

/**
 * Question-and-answer pairs of a table with two columns. A
 * first row that names the columns is left out. Cells as RFC 4180 has them; tables of spreadsheets with semicolons
 * or tabs too.
 */
export function readPairs(text: string): Reading | Refusal {
  const rows = parseTable(text, separatorOf(text))
    .map((row) => row.map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ""));
  if (QUESTION.test(rows[0]?.[0] ?? "")) rows.shift();
  const broken = rows.findIndex((row) => !row[0] || !row[1]);
  if (rows.length === 0) {
    return {
      refusal:
        "This table has no rows. Put a question in the first column and its answer in the second.",
    };
  }
  if (broken >= 0) {
    return {
      refusal: `Row ${broken + 1} has no ${
        rows[broken][0] ? "answer" : "question"
      }. Put a question in the first column and its answer in the second.`,
    };
  }
  const items = rows.map(([question, answer]) => ({
    kind: "pair" as const,
    title: question.replace(/\s+/g, " "),
    body: answer,
  }));
  return { items, left_out: [] };
}

/** The separator that the first line has most of. */
function separatorOf(text: string): string {
  const [line] = text.split(/\r?\n/, 1);
  const count = (separator: string) => line.split(separator).length;
  return SEPARATORS.reduce((best, one) =>
    count(one) > count(best) ? one : best
  );
}

/** The cells of a table, row by row (RFC 4180): quoted ones may hold separators, line breaks and doubled quotes. */
export function parseTable(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[at + 1] === '"') cell += text[at++];
      else quoted = false;
    } else if (c === '"' && cell === "") quoted = true;
    else if (c === separator) {
      row.push(cell);
      cell = "";
    } else if (c === "\n" || c === "\r") {
      if (c === "\r" && text[at + 1] === "\n") at++;
      rows.push([...row, cell]);
      row = [];
      cell = "";
    } else cell += c;
  }
  if (cell !== "" || row.length > 0) rows.push([...row, cell]);
  return rows;
}
