import assert from "node:assert/strict";
import { engineTables } from "./tables.ts";
import { AskedQuestions } from "./paraphrase_index.ts";
import { readLexica } from "./lexica.ts";
import { AskedReader, asTitle, readAsked, sameness } from "./paraphrases.ts";
import { readWordVectors } from "./word_vectors.ts";

const { lexica } = engineTables();
const read = (text: string) => readAsked(text, lexica);
const how = (a: string, b: string) => sameness(read(a), read(b));

Deno.test("same question: recognises paraphrases in several languages", () => {
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

Deno.test("same question: another subject, number or kind of answer makes another question", () => {
  for (
    const [a, b] of [
      ["Do you ship to Canada?", "Do you ship to Mexico?"],
      ["When do you open?", "Where do you open?"],
      ["Piano lessons for adults?", "Piano lessons for children?"],
      ["Are you open on 12 May?", "Are you open on 13 May?"],
      ["Do you have a dog?", "What is your dog's name?"],
      ["And why?", "And how?"],
      ["", "Do you fly helicopters?"],
      ["How much is the evening course?", "How long is the evening course?"],
      ["How long does it take?", "How long have you been doing this?"],
      ["What does it cost?", "How long does it take?"],
      ["How can I pay?", "How much do I pay?"],
      ["Do you do croissants?", "Do you do wedding cakes?"],
      ["Do you ship to Canada?", "Do you send to Germany?"],
      ["When do you open?", "When do you close?"],
      ["Wann öffnet ihr?", "Wann schließt ihr?"],
      ["¿A qué hora abren?", "¿A qué hora cierran?"],
      [
        "Is there an evening pottery class with a big dog?",
        "Is there an evening pottery class without a big dog?",
      ],
      ["Can I come with a dog?", "Can I come without a dog?"],
      ["Kann ich mit Hund kommen?", "Kann ich ohne Hund kommen?"],
      ["Do you have a dog?", "Can I bring my dog?"],
      ["Do you take Venmo?", "Can I try it without paying?"],
      ["Do you have discounts?", "Is there a student discount?"],
      ["¿Cuánto cuesta?", "¿Cuánto dura?"],
      ["Ne kadar?", "Ne kadar sürüyor?"],
      ["需要多长时间？", "多少钱？"],
    ]
  ) assert.ok(how(a, b) < 0.75, `${a} / ${b}: ${how(a, b)}`);
});

Deno.test("same question: finds one among others, the latest of several, until it is removed", () => {
  const known = new AskedQuestions<string>((a, b) => a < b ? -1 : 1);
  const add = (text: string, value: string) => known.add(read(text), value);
  const find = (text: string) => known.find(read(text), 0.75);
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

Deno.test("same question: a title is one well-formed line", () => {
  assert.equal(asTitle(" a\u0000b\n\n c "), "a b c");
  assert.equal(asTitle("x".repeat(199) + "😀").length, 200);
  assert.ok(asTitle("x".repeat(199) + "😀").isWellFormed());
});

/** The same numbers from 0 to 1 in each run. */
function* chances(seed = 1): Generator<number> {
  for (;;) yield (seed = seed * 16_807 % 2_147_483_647) / 2_147_483_647;
}

Deno.test("same question: finds what pairwise comparison would find", () => {
  const chance = chances();
  const pool = "tea cost price open lesson ship 12 13 dog canada kiln repair"
    .split(" ");
  const pick = () => pool[Math.floor(chance.next().value * pool.length)];
  const known = new AskedQuestions<number>((a, b) => a - b);
  const asked = Array.from({ length: 150 }, () => {
    const length = 1 + Math.floor(chance.next().value * 5);
    return read(Array.from({ length }, pick).join(" "));
  });
  asked.forEach((one, i) => {
    const scores = asked.slice(0, i).map((other) => sameness(other, one));
    const best = Math.max(0, ...scores);
    const found = known.find(one, 0.75);
    if (best < 0.75) assert.equal(found, null);
    else assert.equal(sameness(asked[found ?? -1], one), best);
    known.add(one, i);
  });
  for (let i = 0; i < 150; i++) known.delete(i);
  assert.equal(known.size, 0);
  assert.ok(asked.every((one) => known.find(one, 0.75) === null));
});

Deno.test("same question: reads forty words; beyond them texts are compared letter by letter", () => {
  const start = Array.from({ length: 60 }, (_, i) => `word${i}`).join(" ");
  assert.equal(read(start).words.size, 40);
  assert.ok(read("茶".repeat(4_000)).words.size <= 2);
  assert.ok(read("天地玄黃宇宙洪荒".repeat(500)).words.size <= 40);
  assert.equal(how(start, start), 1);
  assert.notEqual(read(start).plain, read(`${start} more`).plain);
});

Deno.test("same question: distinguishes a thousand of 4,000 characters quickly", () => {
  const chance = chances(7);
  const shapes: Record<string, () => string> = {
    "few words": () => `word${Math.floor(chance.next().value * 50)}`,
    "letters": () => "ab"[Math.floor(chance.next().value * 2)].repeat(500),
    "characters": () =>
      String.fromCharCode(0x4e00 + Math.floor(chance.next().value * 3_000)),
  };
  for (const [shape, part] of Object.entries(shapes)) {
    const known = new AskedQuestions<number>(() => 0);
    const began = performance.now();
    for (let i = 0; i < 1_000; i++) {
      let text = "";
      while (text.length < 4_000) text += `${part()} `;
      const asked = read(text.slice(0, 4_000));
      if (known.find(asked, 0.75) === null) known.add(asked, i);
    }
    // Pairwise comparison took minutes.
    assert.ok(performance.now() - began < 30_000, shape);
  }
});

Deno.test("AskedReader.prepare: the first question in a language is made ready in steps", async () => {
  const folder = (path: string) => new URL(path, import.meta.url);
  const fresh = readLexica(folder("./"), readWordVectors(folder("./vectors/")));
  const reader = new AskedReader(fresh);
  const question = "Quels sont vos tarifs et horaires d'ouverture ?";
  let steps = 0;
  await reader.prepare(question, () => {
    steps++;
    return Promise.resolve();
  });
  assert.ok(steps > 500);
  await reader.prepare(`${question} `, () => assert.fail("It is read already"));
  assert.deepEqual(reader.read(question), read(question));
});
