import assert from "node:assert/strict";
import fc from "fast-check";
import { cutSentences, readable } from "./sentences.ts";

const texts = (passage: string) =>
  cutSentences(passage).map(({ text }) => text);

Deno.test("cutSentences: abbreviations, initials and wrapped lines do not end a sentence", () => {
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
});

Deno.test("cutSentences: numbers of list items are not sentences", () => {
  assert.deepEqual(texts("1. Cut it.\n2. Cook it."), ["Cut it.", "Cook it."]);
});

Deno.test("cutSentences: headings, questions and table headers lead to what follows", () => {
  const leads = (passage: string) =>
    cutSentences(passage).map(({ lead }) => lead);
  assert.deepEqual(leads("# Head\nText.\n\nYou need:\n- a bowl"), [
    "section",
    null,
    "section",
    null,
  ]);
  assert.deepEqual(leads("Q: Why? A: So."), ["question", null]);
  assert.deepEqual(leads("为什么？因为。"), ["question", null]);
  assert.deepEqual(leads("| a | b |\n|---|---|\n| 1 | 2 |"), ["section", null]);
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

Deno.test("readable: drops Markdown's marks and keeps the words", () => {
  assert.equal(
    readable("## The **big** [site](https://e.com) of `x_y` and 2 * 3"),
    "The big site of x_y and 2 * 3",
  );
  assert.equal(readable("| a | b |"), "a, b");
  assert.equal(readable("<b>&amp;</b>"), "<b>&amp;</b>");
});
