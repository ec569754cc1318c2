import assert from "node:assert/strict";
import fc from "fast-check";
import { cutSentences, readable } from "./sentences.ts";

const texts = (passage: string) =>
  cutSentences(passage).map(({ text }) => text);

Deno.test("cutSentences: abbreviations, initials and wrapped lines do not end one", () => {
  assert.deepEqual(texts("Dr. Ann B. Smith came\nlate. She left."), [
    "Dr. Ann B. Smith came late.",
    "She left.",
  ]);
  assert.deepEqual(texts("В 1990 г. он уехал. Потом вернулся."), [
    "В 1990 г. он уехал.",
    "Потом вернулся.",
  ]);
});

Deno.test("cutSentences: other scripts, list items and headings", () => {
  assert.deepEqual(texts("天很大。地很广！"), ["天很大。", "地很广！"]);
  assert.deepEqual(texts("यह एक है। यह दो है।"), ["यह एक है।", "यह दो है।"]);
  assert.deepEqual(texts("# Head\n\n- one\n- **two**"), ["Head", "one", "two"]);
  assert.equal(cutSentences("# Head\ntext")[0].heading, true);
});

Deno.test("cutSentences: spans are ordered, short and within the passage", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 1200 });
  fc.assert(fc.property(text, (passage) => {
    let from = 0;
    for (const { start, end } of cutSentences(passage)) {
      assert.ok(start >= from && end > start && end <= passage.length);
      assert.ok(end - start <= 400);
      from = end;
    }
  }));
});

Deno.test("readable: Markdown's signs go, the words stay", () => {
  assert.equal(
    readable("## The **big** [site](https://e.com) of `x_y` and 2 * 3"),
    "The big site of x_y and 2 * 3",
  );
  assert.equal(readable("| a | b |"), "a, b");
  assert.equal(readable("<b>&amp;</b>"), "<b>&amp;</b>");
});
