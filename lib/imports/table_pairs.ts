import type { LeftOut, Reading, ReadItem, Refusal } from "./kinds.ts";
import { quoted, type Row } from "./table_rows.ts";

/** The most pairs per file: nobody reviews more, and they take long to store. */
const MAX_PAIRS = 1_000;
/** The longest question that fits a title. */
const MAX_QUESTION = 200;
/** The most left-out rows listed individually. */
const MOST_NAMED = 50;

/** A question and its answer in one cell. */
const PAIR = /^([^?？؟]*[?？؟])\s*(\S[\s\S]*)$/u;

/** The columns of pairs in a table; `headings` is empty without headings. */
export type Pairs = { headings: string[]; question: number; answer: number };

/** The pairs in a table's rows; a row without a question or an answer is left out and listed by its number. */
export function readPairs(
  rows: Row[],
  { headings, question, answer }: Pairs,
): Reading | Refusal {
  const items: ReadItem[] = [];
  const left_rows: LeftOut[] = [];
  for (const { n, cells } of rows) {
    const both = question === answer ? PAIR.exec(cells[question] ?? "") : null;
    const title = (both?.[1] ?? cells[question] ?? "").replace(/\s+/g, " ");
    const body = question === answer ? both?.[2] ?? "" : cells[answer] ?? "";
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
        ? `No row of this table has both a question and an answer. For example, ${first.what}: ${first.why}`
        : "This table has headings but no rows.",
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
    why: "Only the questions and answers of this table are used.",
  }];
}

function fewOf(left_out: LeftOut[]): LeftOut[] {
  const more = left_out.length - MOST_NAMED;
  return more <= 0 ? left_out : [
    ...left_out.slice(0, MOST_NAMED),
    { what: `${more} more rows`, why: "They have no question or no answer." },
  ];
}
