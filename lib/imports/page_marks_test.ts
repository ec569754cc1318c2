import assert from "node:assert/strict";
import { cutPassages } from "../engine/text/passages.ts";
import { visibleText } from "./notes.ts";
import { pageMark, pageStarts, withoutMarks } from "./page_marks.ts";

const startsOf = (body: string) =>
  pageStarts(body, cutPassages(visibleText(body)));

const long = "The kiln is fired on Mondays, with birch wood. ".repeat(12);

Deno.test("pageStarts: the passage and offset at which each page begins", () => {
  const body = `${long}\n${pageMark(2)}\nShort.\n\nIt goes ${pageMark(3)}on.`;
  const passages = cutPassages(visibleText(body));
  assert.doesNotMatch(passages.join(), /page/);
  const starts = startsOf(body);
  assert.deepEqual(starts.map(([page]) => page), [1, 2, 3]);
  assert.deepEqual(starts[0], [1, 0, 0]);
  const textAt = (i: number) => passages[starts[i][1]].slice(starts[i][2]);
  assert.match(textAt(1), /^\s*Short\./);
  assert.equal(textAt(2), "on.");
});

Deno.test("pageStarts: a later part begins on the page before its first mark; a skipped page is absent", () => {
  assert.deepEqual(startsOf(`And so on.\n\n${pageMark(8)}\nNext.`)[0], [
    ...[7, 0, 0],
  ]);
  assert.deepEqual(startsOf(`${pageMark(4)}\nFirst.`), [[4, 0, 0]]);
});

Deno.test("pageStarts: none for a text without page marks, or with marks in code", () => {
  assert.deepEqual(startsOf("Tea."), []);
  const body = "Write:\n\n```\n<!-- page 3 -->\n```\n\nThen go on.";
  assert.deepEqual(startsOf(body), []);
});

Deno.test("withoutMarks: the displayed text has no page marks", () => {
  assert.equal(
    withoutMarks(`One\n${pageMark(2)}\nTwo <!-- own -->`),
    "One\n\nTwo <!-- own -->",
  );
});
