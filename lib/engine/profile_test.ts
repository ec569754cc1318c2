import assert from "node:assert/strict";
import { answerFromProfile } from "./profile.ts";

const MIRA = {
  name: "Mira Okafor",
  bio: "Potter and *teacher*. I was born in Lagos.",
};

Deno.test("answerFromProfile: questions about the twin get its bio, verbatim in the citation", () => {
  const said = "Potter and teacher. I was born in Lagos.";
  for (
    const question of [
      "Who are you?",
      "what do you do",
      "Where are you from?",
      "¿Quién eres?",
      "D’où viens-tu ?",
      "Wer bist du?",
      "Кто ты?",
      "你是谁？",
      "आप कौन हैं?",
      "من أنت؟",
    ]
  ) {
    assert.deepEqual(answerFromProfile(MIRA, question), {
      answer: said,
      citations: [{ title: MIRA.name, excerpt: MIRA.bio }],
      grounded: true,
    }, question);
  }
  assert.match(
    answerFromProfile(MIRA, "What's your name?")?.answer ?? "",
    /^Mira Okafor\. Potter/,
  );
});

Deno.test("answerFromProfile: nothing for other questions or without a bio", () => {
  assert.equal(answerFromProfile(MIRA, "Who are you working with?"), null);
  assert.equal(answerFromProfile(MIRA, ""), null);
  assert.equal(
    answerFromProfile({ name: "M", bio: " " }, "Who are you?"),
    null,
  );
});

Deno.test("answerFromProfile: a long bio is cut between sentences", () => {
  const bio = `A ${"word ".repeat(35)}end. `.repeat(4).trim();
  const found = answerFromProfile({ name: "M", bio }, "Who are you?");
  assert.ok(found && found.answer.length <= 600);
  assert.match(found.answer, /end\.$/);
  assert.ok(found.citations[0].excerpt.length <= 500);
  assert.ok(bio.includes(found.citations[0].excerpt));
});
