import assert from "node:assert/strict";
import { readPasted } from "./pasted.ts";

function pairsOf(text: string): string[][] {
  const read = readPasted(text);
  assert.ok("items" in read, "refusal" in read ? read.refusal : "");
  return read.items.map(({ kind, title, body }) => [kind, title ?? "", body]);
}

Deno.test("readPasted: questions and answers, each introduced by its word", () => {
  const pairs = [[
    "pair",
    "When do you open?",
    "At nine.\n\nNote: not on Monday.",
  ], [
    "pair",
    "Where?",
    "Here.",
  ]];
  for (
    const text of [
      "Q: When do you open?\nA: At nine.\n\nNote: not on Monday.\n\nQ: Where?\nA: Here.",
      "**Question 1:** When do\nyou open?\n**Answer:** At nine.\n\nNote: not on Monday.\n\n**Question 2:** Where?\n\n**Answer:** Here.",
      "问：When do you open?\r\n答：At nine.\r\n\r\nNote: not on Monday.\r\n问：Where?\r\n答：Here.",
      "Frage: When do you open?\nAntwort: At nine.\n\nNote: not on Monday.\nFrage: Where?\nAntwort: Here.",
    ]
  ) assert.deepEqual(pairsOf(text), pairs, text);
});

Deno.test("readPasted: a table copied from a spreadsheet", () => {
  const pair = [["pair", "When?", "At nine, sharp."]];
  assert.deepEqual(
    pairsOf("Question\tAnswer\nWhen?\tAt nine, sharp.\n"),
    pair,
  );
  assert.deepEqual(pairsOf('When?,"At nine, sharp."'), pair);
});

Deno.test("readPasted: a question without an answer is reported; without any answer the text is refused", () => {
  const read = readPasted("Q: Who?\nQ: Where?\nA: Here.");
  assert.ok("items" in read);
  assert.deepEqual(read.left_out, [{
    what: "“Who?”",
    why: "It has no answer.",
  }]);
  const none = readPasted("Q: Who?\nQ: Where?");
  assert.match("refusal" in none ? none.refusal : "", /None of these/);
  const many = readPasted("Q: Who?\nA: Me\n".repeat(1_001));
  assert.match("refusal" in many ? many.refusal : "", /at most 1000/);
});
