import assert from "node:assert/strict";
import { createContent } from "../content/content.ts";
import { answerQuestion } from "../conversations/owner_answers.ts";
import { engineTables } from "../engine/tables.ts";
import { LANGUAGES } from "../engine/text/languages.ts";
import { CONTENT } from "../tools/demo/content.ts";
import { found, openDomain } from "../../tests/stores.ts";
import { answerFirstQuestions, firstQuestions } from "./first_questions.ts";

Deno.test("firstQuestions: every language has them all, each once", () => {
  const expected = firstQuestions("en").length;
  for (const language of LANGUAGES) {
    const questions = firstQuestions(language);
    assert.equal(new Set(questions).size, expected, language);
  }
});

Deno.test("firstQuestions: together they are told as their own language", () => {
  const { lexica } = engineTables();
  for (const language of LANGUAGES) {
    const text = firstQuestions(language).join("\n");
    assert.equal(lexica.detect(text), language);
  }
});

Deno.test("answerFirstQuestions: an owner's answer is what it says from then on, in any language", async () => {
  for (const language of LANGUAGES) {
    await using domain = await openDomain();
    const { app } = domain;
    const owner = await found(domain);
    const { twin_id } = owner;
    const questions = firstQuestions(language);
    for (const [n, question] of questions.entries()) {
      const answer = { question, answer: `${n} – ${question}` };
      await answerQuestion(app, owner, twin_id, answer);
    }
    const told = await answerFirstQuestions(app, owner, twin_id);
    assert.deepEqual(
      told.map(({ question, answer }) => [
        question,
        answer.confidence,
        answer.answer,
      ]),
      questions.map((question, n) => [question, "sure", `${n} – ${question}`]),
    );
  }
});

Deno.test("answerFirstQuestions: private items answer none of them", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const { twin_id } = owner;
  for (const { title, body } of CONTENT) {
    const visibility = "private" as const;
    await createContent(app, owner, twin_id, { title, body, visibility });
  }
  const hidden = await answerFirstQuestions(app, owner, twin_id);
  assert.deepEqual(
    hidden.flatMap(({ answer }) => answer.quoted ?? []),
    [],
  );
  const price = { title: "Prices", body: "An evening costs 20 euros." };
  await createContent(app, owner, twin_id, { ...price, visibility: "public" });
  const [cost] = await answerFirstQuestions(app, owner, twin_id);
  assert.equal(cost.question, "How much does it cost?");
  assert.match(cost.answer.answer, /20 euros/);
});
