import assert from "node:assert/strict";
import fc from "fast-check";
import { PassageIndex } from "../../engine/passage_index.ts";
import { CitationMarks } from "./citation_marks.ts";

const index = new PassageIndex();
for (let n = 1; n <= 5; n++) {
  index.set({
    content_id: `cnt_${n}`,
    title: `Item ${n}`,
    source_url: null,
    passages: [`The kiln number ${n} is red. ${"It is warm. ".repeat(60)}`],
  });
}
const HITS = index.all(5);

function read(pieces: string[]) {
  const marks = new CitationMarks("Which kiln is red?", HITS);
  const text = pieces.map((piece) => marks.push(piece)).join("") + marks.end();
  return { text, citations: marks.citations() };
}

function spaced(text: string): string {
  return text.replace(/ /g, "");
}

Deno.test("CitationMarks: numbers the given passages in order, removes everything else", () => {
  const { text, citations } = read([
    "Red [4], warm [2][4]. Not [9], [0] or [77]; both [2, 9].",
  ]);
  assert.equal(text, "Red [1], warm [2][1]. Not, or; both [2].");
  assert.deepEqual(citations.map(({ title }) => title), ["Item 4", "Item 2"]);
  for (const { excerpt } of citations) {
    assert.ok(excerpt.length <= 500);
    assert.ok(HITS.some(({ passage }) => passage.includes(excerpt)));
    assert.match(excerpt, /is red/);
  }
});

Deno.test("CitationMarks: at most three; a fourth is removed", () => {
  const { text, citations } = read(["a [1] b [2] c [3] d [4]"]);
  assert.equal(text, "a [1] b [2] c [3] d");
  assert.equal(citations.length, 3);
});

Deno.test("CitationMarks: the result does not depend on how the text is chunked", () => {
  const whole =
    "See [3], [12] and [1, 2]: [a link](https://x.example) [ [5] []";
  fc.assert(fc.property(
    fc.array(fc.nat(whole.length), { maxLength: 20 }),
    (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), whole.length];
      const pieces = at.slice(1).map((end, i) => whole.slice(at[i], end));
      // A space that was sent before its mark arrived stays.
      const { text, citations } = read(pieces);
      assert.equal(spaced(text), spaced(read([whole]).text));
      assert.deepEqual(citations, read([whole]).citations);
    },
  ));
});
