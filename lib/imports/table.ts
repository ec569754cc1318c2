import { asName, findColumns } from "./column_names.ts";
import type { LeftOut, Reading, ReadItem, Refusal } from "./kinds.ts";

/** Pairs of one file: more are hardly looked through, and take long to store. */
const MAX_PAIRS = 1_000;
const MAX_COLUMNS = 200;
/** The longest question, as a title holds it. */
const MAX_QUESTION = 200;
/** Rows in which the headings are looked for: a title may stand above them. */
const HEADING_ROWS = 5;
/** Rows left out that are named one by one. */
const MOST_NAMED = 50;

type Row = { n: number; cells: string[] };

/**
 * A table's rows as pairs, where its columns are called questions and answers or its first of two asks; else as one
 * text, each row said with its headings. `title` is that text's, where the table has a name.
 */
export function readTable(
  cells: string[][],
  title: string | null,
): Reading | Refusal {
  const rows = withoutGaps(
    cells.map((row, i) => ({
      n: i + 1,
      cells: row.map((cell) => cell.trim()),
    })).filter((row) => row.cells.some(Boolean)),
  );
  if (rows.length === 0) return { refusal: "This table has no rows." };
  const columns = rows[0].cells.length;
  if (columns > MAX_COLUMNS) {
    return {
      refusal:
        `This table has more than ${MAX_COLUMNS} columns. Leave out what nobody asks for.`,
    };
  }
  const at = headingsAt(rows);
  if (at >= 0) return readPairs(rows.slice(at + 1), rows[at].cells);
  const { question } = findColumns(rows[0].cells);
  if (question >= 0 && columns > 1) return withoutAnswers(rows[0], question);
  if (columns === 1 && firstColumnAsks(rows)) {
    return {
      refusal:
        "This table has questions and no answers. Put each answer beside its question.",
    };
  }
  if (columns === 2 && firstColumnAsks(rows)) {
    // Headings in words that are not known here ask nothing.
    return readPairs(asks(rows[0]) ? rows : rows.slice(1), []);
  }
  return readRows(rows, columns, title);
}

/** Where questions and answers are both named, or questions beside one other column; -1 for nowhere. */
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
    } and no column of answers. Its other columns are ${others}. Call the one with the answers “Answer”.`,
  };
}

/** Without headings the first column asks and the second answers. */
function readPairs(rows: Row[], headings: string[]): Reading | Refusal {
  const found = findColumns(headings);
  const question = Math.max(0, found.question);
  const answer = found.answer >= 0 ? found.answer : 1 - question;
  const items: ReadItem[] = [];
  const left_rows: LeftOut[] = [];
  for (const { n, cells } of rows) {
    const title = (cells[question] ?? "").replace(/\s+/g, " ");
    const body = cells[answer] ?? "";
    const why = !title
      ? "It has no question."
      : !body
      ? "It has no answer."
      : title.length > MAX_QUESTION
      ? `Its question is longer than ${MAX_QUESTION} characters.`
      : null;
    if (why) left_rows.push({ what: `row ${n}`, why });
    else items.push({ kind: "pair", title, body });
  }
  if (items.length > MAX_PAIRS) {
    return {
      refusal:
        `This table has ${items.length} questions. Split it into files of at most ${MAX_PAIRS}.`,
    };
  }
  if (items.length === 0) {
    const [first] = left_rows;
    return {
      refusal: first
        ? `No row of this table has both a question and an answer. Of ${first.what}: ${first.why}`
        : "This table has headings and no rows.",
    };
  }
  const others = headings.filter((name, i) =>
    name && i !== question && i !== answer
  );
  return { items, left_out: [...columnsLeft(others), ...fewOf(left_rows)] };
}

function columnsLeft(names: string[]): LeftOut[] {
  if (names.length === 0) return [];
  const what = names.length === 1 ? "the column" : "the columns";
  return [{
    what: `${what} ${names.map(quoted).join(", ")}`,
    why: "Of this table the questions and answers are taken.",
  }];
}

function fewOf(left_out: LeftOut[]): LeftOut[] {
  const more = left_out.length - MOST_NAMED;
  return more <= 0 ? left_out : [
    ...left_out.slice(0, MOST_NAMED),
    { what: `${more} more rows`, why: "They have no question or no answer." },
  ];
}

/** Each row a heading, its first cell, with the others below, each after the name of its column. */
function readRows(
  all: Row[],
  columns: number,
  title: string | null,
): Reading {
  // What stands alone above the headings is about all rows.
  const from = all.findIndex(({ cells }) => filled(cells).length > 1);
  const above = columns > 1 ? all.slice(0, Math.max(0, from)) : [];
  const rows = all.slice(above.length);
  const [first, ...rest] = rows;
  const has_headings = columns > 1 && rest.length > 0 && isHeading(first);
  const said = (has_headings ? rest : rows).map(({ cells }) => {
    if (columns === 1) return oneLine(cells[0]);
    if (!has_headings) return cells.filter(Boolean).map(oneLine).join(" · ");
    const [name, ...others] = cells.map(oneLine);
    const lines = others.map((value, i) => {
      const heading = oneLine(first.cells[i + 1] ?? "");
      return value && (heading ? `${heading}: ${value}` : value);
    }).filter(Boolean);
    const about = name && `## ${name}`;
    return [about, lines.join("  \n")].filter(Boolean).join("\n\n");
  });
  const lead = above.map(({ cells }) => oneLine(filled(cells).join(" ")));
  const body = [...lead, ...said].join("\n\n");
  return { items: [{ kind: "text", title, body }], left_out: [] };
}

/** Headings are names, of most columns: each there once, none a number. */
function isHeading({ cells }: Row): boolean {
  const names = filled(cells).map(asName);
  return names.length > cells.length / 2 &&
    new Set(names).size === names.length &&
    names.every((name) => /\p{L}/u.test(name) && name.length <= 60);
}

function filled(cells: string[]): string[] {
  return cells.filter(Boolean);
}

/** The rows without the columns that are empty in all of them. */
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

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

function quoted(name: string): string {
  return `“${oneLine(name).slice(0, 60)}”`;
}
