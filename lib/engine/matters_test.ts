import assert from "node:assert/strict";
import { matterOf, tellsMatter } from "./matters.ts";
import { ideaTerm, termsOf } from "./passage_reader.ts";
import { readText } from "./add_asked.ts";
import { engineTables } from "./tables.ts";
import type { Language } from "./text/languages.ts";

const { lexica } = engineTables();

function matter(question: string, language: Language) {
  const read = readText(question, language, { lexica });
  const lexicon = lexica.of(language);
  const ideas = matterOf(read, lexicon, lexica);
  return new Map(
    Array.from(ideas, ([idea, surely]) => [ideaTerm(idea), surely]),
  );
}

function told(question: string, text: string, language: Language = "en") {
  const { words, ideas } = termsOf(text, language, lexica);
  return tellsMatter(matter(question, language), [[...words, ...ideas]]);
}

Deno.test("matter: what answers a general question tells it, in other words too", () => {
  for (
    const [question, text, language] of [
      ["How much does it cost?", "A mug is €34."],
      ["What are your rates?", "A mug is €34."],
      ["Where are you based?", "12 Mill Lane, behind the bakery."],
      ["When are you open?", "I am there from Friday to Sunday, ten to four."],
      ["when r u open", "The shop is open from nine."],
      ["How do I book?", "To book a place, write to me."],
      ["Can I pay by card?", "Cash or bank transfer, please."],
      ["Was kostet das?", "Ein Kurs kostet 40 Euro.", "de"],
      ["¿Dónde estás?", "Calle Mayor 7, Zaragoza.", "es"],
      ["料金はいくらですか？", "一回3000円です。", "ja"],
    ] as const
  ) assert.equal(told(question, text, language), 1, question);
});

Deno.test("matter: a general question may say who or what it is for", () => {
  for (
    const [question, language] of [
      ["can I buy a gift card for a friend", "en"],
      ["Can I bring my kids?", "en"],
      ["je peux payer en espèces", "fr"],
      ["mi ridate i soldi se annullo?", "it"],
      ["Ne kadar?", "tr"],
      ["住所教えてください", "ja"],
    ] as const
  ) assert.notEqual(matter(question, language).size, 0, question);
});

Deno.test("matter: what only suggests an answer counts for less", () => {
  const hint = told("Where are you based?", "Parking is in the yard.");
  assert.ok(hint > 0 && hint < 1);
  assert.equal(told("Where are you based?", "I use two clays."), 0);
});

Deno.test("matter: a question with a subject of its own is not general", () => {
  for (
    const [question, language = "en"] of [
      ["How much is a dinner plate?"],
      ["Where do you buy your clay?"],
      ["How long does the glaze firing take?"],
      ["What clay do you use?"],
      ["When is the oven hot?"],
      ["Where do you buy things?"],
      ["What is the best book?"],
      ["Can I join your team?"],
      ["How much does the parking cost?"],
      ["Do you sell phones?"],
      ["How can I buy a book?"],
      ["Vous venez à Lyon ?", "fr"],
      ["Wann bist du in Köln?", "de"],
      ["Quel est votre travail ?", "fr"],
    ] as [string, Language?][]
  ) assert.equal(matter(question, language).size, 0, question);
});
