import assert from "node:assert/strict";
import { readQuestion } from "./question.ts";

/** The share that the words of a question have where the content knows these words and no others. */
function shares(question: string, ...known: string[]): Map<string, number> {
  const rarity = (stem: string) => ({
    idf: 1,
    unknown: !known.some((word) => stem.startsWith(word)),
  });
  const { asked } = readQuestion(question, [], rarity);
  return new Map(asked.map(({ form, share }) => [form, share]));
}

Deno.test("readQuestion: the kind of thing asked for counts little where no text names it", () => {
  for (
    const [question, kind, other] of [
      ["Which parasite harms the hive?", "parasite", "hive"],
      ["What diet makes a queen?", "diet", "queen"],
      ["¿Qué catástrofe destruyó el molino?", "catastrofe", "molino"],
      ["¿De qué madera es el barco?", "madera", "barco"],
      ["Какое вещество получили в Лейдене?", "вещество", "лейдене"],
      ["रोवर ने कौन सा तत्व पाया?", "तत्व", "रोवर"],
      ["أي سفينة أغلقت القناة؟", "سفينة", "القناة"],
    ]
  ) {
    const read = shares(question);
    assert.equal(read.get(kind), 0.35, `${question} ${[...read.keys()]}`);
    assert.equal(read.get(other), 1, `${question} ${[...read.keys()]}`);
  }
});

Deno.test("readQuestion: a kind of thing that the content names counts in full", () => {
  assert.equal(
    shares("Which parasite harms the hive?", "paras").get("parasite"),
    1,
  );
});
