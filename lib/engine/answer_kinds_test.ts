import assert from "node:assert/strict";
import { bears, type Hint, readHint } from "./answer_kinds.ts";
import { fold } from "./text/words.ts";

Deno.test("readHint: what kind of answer a question asks for", () => {
  const cases: [string, Hint | null][] = [
    ["When did the shop open?", "date"],
    ["When are you open?", "time"],
    ["What time is dinner?", "time"],
    ["Wann habt ihr geöffnet?", "time"],
    ["几点开门？", "time"],
    ["How much does it cost?", "price"],
    ["¿Cuánto cuesta?", "price"],
    ["Сколько стоит урок?", "price"],
    ["How can I reach you?", "contact"],
    ["How long does it take?", "length"],
    ["How hot is the oven?", "heat"],
    ["How many came?", "number"],
    ["¿Quién vino?", "person"],
    ["Where is it?", "place"],
    ["Why?", null],
  ];
  for (const [question, hint] of cases) {
    assert.equal(readHint(fold(question)), hint, question);
  }
});

Deno.test("bears: a sentence holds the kind of answer, or not", () => {
  const holds = (hint: Hint, sentence: string) =>
    bears(hint, sentence, () => false) > 0.5;
  const yes: [Hint, string][] = [
    ["time", "Saturday: 8:00 to 16:00"],
    ["time", "每天上午十点营业"],
    ["price", "It is 49 euros."],
    ["price", "Only $5!"],
    ["contact", "Write to me@example.com."],
    ["length", "It takes an hour."],
    ["heat", "Up to 1240 °C."],
    ["date", "We began in 1998."],
  ];
  for (const [hint, sentence] of yes) {
    assert.ok(holds(hint, sentence), sentence);
  }
  const no: [Hint, string][] = [
    ["time", "I opened it in 2016."],
    ["price", "There are 49 pots."],
    ["length", "At the second lighthouse."],
    ["heat", "It has 120 litres."],
  ];
  for (const [hint, sentence] of no) {
    assert.ok(!holds(hint, sentence), sentence);
  }
});
