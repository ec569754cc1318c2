import { asName, findColumns } from "./column_names.ts";
import type { ColumnChoice, Reading, Refusal } from "./kinds.ts";
import { type Pairs, readPairs } from "./table_pairs.ts";
import {
  filled,
  isHeading,
  oneLine,
  quoted,
  readRows,
  type Row,
} from "./table_rows.ts";

/** A table with more is refused. */
export const MAX_COLUMNS = 200;
/** How many rows are searched for headings: a title may be above them. */
const HEADING_ROWS = 5;

/**
 * Reads a table as pairs, if its columns are named questions and answers or the first of two contains questions;
 * otherwise as one text, each row with its headings. `title` is that text's, if the table has a name. An explicit
 * `choice` is followed.
 */
export function readTable(
  cells: string[][],
  title: string | null,
  choice?: ColumnChoice,
): Reading | Refusal {
  const rows = withOneHeading(withoutGaps(
    cells.map((row, i) => ({
      n: i + 1,
      cells: row.map((cell) => cell.trim()),
    })).filter((row) => row.cells.some(Boolean)),
  ));
  if (rows.length === 0) return { refusal: "This table has no rows." };
  if (rows[0].cells.length > MAX_COLUMNS) {
    return {
      refusal:
        `This table has more than ${MAX_COLUMNS} columns. Remove those that nobody asks about.`,
    };
  }
  const { read, pairs } = !choice
    ? asItLooks(rows, title)
    : choice === "rows"
    ? { read: readRows(rows, title), pairs: null }
    : asChosen(rows, choice);
  const { headings, question = 0, answer = 1 } = pairs ??
    { headings: headingsOf(rows) };
  const columns = rows[0].cells.map((_, i) =>
    oneLine(headings[i] ?? "").slice(0, 60) || `${i + 1}`
  );
  const read_as = pairs
    ? { question: columns[question], answer: columns[answer] ?? "" }
    : "rows" as const;
  return { ...read, table: { columns, read_as } };
}

type Read = { read: Reading | Refusal; pairs: Pairs | null };

function asItLooks(rows: Row[], title: string | null): Read {
  const columns = rows[0].cells.length;
  const at = headingsAt(rows);
  if (at >= 0) {
    const headings = rows[at].cells;
    const found = findColumns(headings);
    const question = Math.max(0, found.question);
    const answer = found.answer >= 0 ? found.answer : 1 - question;
    return pairsFrom(rows.slice(at + 1), { headings, question, answer });
  }
  const { question } = findColumns(rows[0].cells);
  if (question >= 0 && columns > 1) {
    return { read: withoutAnswers(rows[0], question), pairs: null };
  }
  if (columns === 1 && firstColumnAsks(rows)) {
    const refusal =
      "This table has questions but no answers. Put each answer beside its question.";
    return { read: { refusal }, pairs: null };
  }
  if (columns === 2 && firstColumnAsks(rows)) {
    // Unknown headings contain no question.
    const has_headings = !asks(rows[0]);
    return pairsFrom(has_headings ? rows.slice(1) : rows, {
      headings: has_headings ? rows[0].cells : [],
      question: 0,
      answer: 1,
    });
  }
  return { read: readRows(rows, title), pairs: null };
}

function asChosen(
  rows: Row[],
  choice: Exclude<ColumnChoice, "rows">,
): Read {
  const wanted = [choice.question, choice.answer].map(asName);
  for (const [at, { cells }] of rows.slice(0, HEADING_ROWS).entries()) {
    const names = cells.map(asName);
    const [question, answer] = wanted.map((name) => names.indexOf(name));
    if (question < 0 || answer < 0) continue;
    return pairsFrom(rows.slice(at + 1), { headings: cells, question, answer });
  }
  const headings = headingsOf(rows);
  const [question, answer] = wanted.map((name) =>
    /^\d{1,3}$/.test(name)
      ? Number(name) - 1
      : headings.map(asName).indexOf(name)
  );
  const columns = rows[0].cells.map((cell, i) =>
    headings.length > 0 ? quoted(cell) : `${i + 1}`
  );
  const missing = question in columns
    ? answer in columns ? null : choice.answer
    : choice.question;
  if (missing !== null) {
    const refusal = `This table has no column ${
      quoted(missing)
    }. Its columns are ${columns.join(", ")}.`;
    return { read: { refusal }, pairs: null };
  }
  const below = headings.length > 0 ? rows.slice(1) : rows;
  return pairsFrom(below, { headings, question, answer });
}

/** The first row if it names the columns; empty otherwise. */
function headingsOf(rows: Row[]): string[] {
  return rows.length > 1 && isHeading(rows[0]) ? rows[0].cells : [];
}

/** The position of a question and an answer column, or of a question column beside a single other one; -1 if none. */
function headingsAt(rows: Row[]): number {
  const found = rows.slice(0, HEADING_ROWS).map(({ cells }) => ({
    ...findColumns(cells),
    is_two: cells.length === 2 && filled(cells).length === 2,
  }));
  const both = found.findIndex((one) => one.question >= 0 && one.answer >= 0);
  if (both >= 0) return both;
  return found.findIndex((one) => one.question >= 0 && one.is_two);
}

function asks({ cells }: Row): boolean {
  return /[?？؟;\u037e]$/.test(cells[0]);
}

function firstColumnAsks([first, ...rest]: Row[]): boolean {
  const asking = rest.filter(asks).length;
  return rest.length > 0 ? asking > rest.length / 2 : asks(first);
}

function withoutAnswers({ cells }: Row, question: number): Refusal {
  const others = cells.filter((_, i) => i !== question).map(quoted).join(", ");
  return {
    refusal: `This table has questions in the column ${
      quoted(cells[question])
    } and no column of answers. Its other columns are ${others}. Name the one with the answers “Answer”.`,
  };
}

function pairsFrom(rows: Row[], pairs: Pairs): Read {
  return { read: readPairs(rows, pairs), pairs };
}

/** The rows without columns that are empty throughout. */
function withoutGaps(rows: Row[]): Row[] {
  const used = new Set<number>();
  for (const { cells } of rows) {
    for (const [i, cell] of cells.entries()) if (cell) used.add(i);
  }
  const columns = [...used].sort((a, b) => a - b);
  return rows.map(({ n, cells }) => ({
    n,
    cells: columns.map((i) => cells[i] ?? ""),
  }));
}

/** Whether the second row repeats the same names below each heading that covers several columns. */
function areRepeated(over: Row, own: Row): boolean {
  const groups: string[][] = [];
  for (const [i, cell] of over.cells.entries()) {
    if (cell) groups.push([]);
    groups.at(-1)?.push(own.cells[i] ?? "");
  }
  const [first, ...rest] = groups.filter(({ length }) => length > 1);
  return rest.length > 0 && first.every(Boolean) &&
    rest.every((names) => names.join("\n") === first.join("\n"));
}

/** Joins headings in two rows: one over several columns is put before the name of each, "Price, summer". */
function withOneHeading(rows: Row[]): Row[] {
  const at = rows.findIndex(({ cells }) => filled(cells).length > 1);
  if (at < 0) return rows;
  const [over, own, ...below] = rows.slice(at);
  if (below.length < 2 || headingsAt(rows) >= 0) return rows;
  const isName = (cell: string) => !/\p{Nd}/u.test(cell);
  const are_names = [...over.cells, ...own.cells].every(isName) &&
    own.cells.some((cell, i) => cell && !over.cells[i]);
  // Names alone do not distinguish a second heading from a row: it is above figures, or repeats below each of the
  // first.
  const has_figures = own.cells.some((cell, i) =>
    cell && below.every(({ cells }) => cells[i] && !isName(cells[i]))
  );
  if (!are_names || !has_figures && !areRepeated(over, own)) return rows;
  let above = "";
  const cells = own.cells.map((cell, i) => {
    above = over.cells[i] || above;
    return cell ? [above, cell].filter(Boolean).join(", ") : over.cells[i];
  });
  return [...rows.slice(0, at), { ...own, cells }, ...below];
}
