import type { PageStart } from "../schemas/citation.ts";
import { visibleText } from "./notes.ts";

/** Marks the start of a page in a text, as a comment that visitors do not see. */
export function pageMark(page: number): string {
  return `<!-- page ${page} -->`;
}

const MARKS = /<!-- page (\d{1,5}) -->/;

/** A text without those marks, as displayed. */
export function withoutMarks(text: string): string {
  return text.replace(/<!-- page \d{1,5} -->/g, "");
}

/**
 * The positions of page starts among the passages of a text; none if it has no page marks. Text before the first mark
 * belongs to the previous page, as in a later part of a long text.
 */
export function pageStarts(
  body: string,
  passages: readonly string[],
): PageStart[] {
  if (!MARKS.test(body)) return [];
  const [first, ...others] = body.split(MARKS);
  const shown = visibleText(body);
  const starts: { page: number; at: number }[] = [];
  let at = visibleText(first).length;
  if (/\S/.test(first)) starts.push({ page: Number(others[0]) - 1, at: 0 });
  for (let i = 0; i < others.length; i += 2) {
    starts.push({ page: Number(others[i]), at });
    at += visibleText(others[i + 1]).length;
  }
  // A mark within code or another comment is not one; then no positions are given.
  return at === shown.length ? amongPassages(starts, shown, passages) : [];
}

function amongPassages(
  starts: { page: number; at: number }[],
  shown: string,
  passages: readonly string[],
): PageStart[] {
  const found: PageStart[] = [];
  let [n, from, end] = [-1, 0, 0];
  for (const { page, at } of starts) {
    while (end <= at && n + 1 < passages.length) {
      n++;
      // Only whitespace lies between two passages.
      from = shown.indexOf(passages[n], end);
      end = from + passages[n].length;
    }
    if (at < end) found.push([page, n, Math.max(0, at - from)]);
  }
  return found;
}
