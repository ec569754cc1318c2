import assert from "node:assert/strict";
import { AskedQuestions, asTitle, readAsked, sameness } from "./paraphrases.ts";

const how = (a: string, b: string) => sameness(readAsked(a), readAsked(b));

Deno.test("same question: the same in other words, in several languages", () => {
  for (
    const [a, b] of [
      ["Do you fly helicopters?", "do you fly a HELICOPTER"],
      ["Do you ship to Canada?", "Can I get delivery to Canada?"],
      ["How much is a lesson?", "What do lessons cost?"],
      ["When do you open?", "What are your opening hours?"],
      ["What are your prices?", "How much does it cost?"],
      ["¿Cuánto cuesta una clase?", "¿Cuál es el precio de las clases?"],
      ["ما هو سعر الدرس", "كم تكلفة الدروس"],
      ["And why?", "and why"],
    ]
  ) assert.ok(how(a, b) >= 0.75, `${a} / ${b}: ${how(a, b)}`);
});

Deno.test("same question: what differs in its subject, a number or the answer wanted is another", () => {
  for (
    const [a, b] of [
      ["Do you ship to Canada?", "Do you ship to Mexico?"],
      ["When do you open?", "Where do you open?"],
      ["Piano lessons for adults?", "Piano lessons for children?"],
      ["Are you open on 12 May?", "Are you open on 13 May?"],
      ["Do you have a dog?", "What is your dog's name?"],
      ["And why?", "And how?"],
      ["", "Do you fly helicopters?"],
    ]
  ) assert.ok(how(a, b) < 0.75, `${a} / ${b}: ${how(a, b)}`);
});

Deno.test("same question: found among others, the last in order of several, until it is taken out", () => {
  const known = new AskedQuestions<string>((a, b) => a < b ? -1 : 1);
  const add = (text: string, value: string) =>
    known.add(readAsked(text), value);
  const find = (text: string) => known.find(readAsked(text), 0.75);
  add("Do you fly helicopters?", "b");
  add("Do you fly helicopters?", "a");
  add("Do you steer submarines?", "other");
  assert.equal(find("Can you fly a helicopter?"), "b");
  assert.equal(find("do you fly helicopters"), "b");
  known.delete("b");
  assert.equal(find("do you fly helicopters"), "a");
  known.delete("a");
  assert.equal(find("do you fly helicopters"), null);
  assert.equal(known.size, 1);
});

Deno.test("same question: a title is one line that stays well-formed", () => {
  assert.equal(asTitle(" a\u0000b\n\n c "), "a b c");
  assert.equal(asTitle("x".repeat(199) + "😀").length, 200);
  assert.ok(asTitle("x".repeat(199) + "😀").isWellFormed());
});
