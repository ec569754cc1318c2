import assert from "node:assert/strict";
import { createContent } from "../../content/content.ts";
import { tryQuestion } from "../../chat/try_question.ts";
import { found, openDomain } from "../../../tests/stores.ts";
import { CONTENT, CREATOR, STARTERS, WAITING } from "./content.ts";

/** The landing page's questions, and what a right answer contains. */
const RIGHT = [/stoneware with a little grog/, /first Saturday/, /19 euros/];

Deno.test("demo: its twelve public items answer every question the landing page offers, and one question waits for its owner", async () => {
  await using domain = await openDomain();
  const { app } = domain;
  const owner = await found(domain);
  const { twin_id } = owner;
  for (const item of CONTENT) await createContent(app, owner, twin_id, item);
  assert.equal(
    CONTENT.filter(({ visibility }) => visibility === "public").length,
    12,
  );
  assert.ok(CREATOR.greeting.length <= 500);
  for (const [i, question] of STARTERS.entries()) {
    const input = { twin_id, as: "public" as const, question };
    const { answer, confidence } = await tryQuestion(app, owner, input);
    assert.match(answer, RIGHT[i], question);
    assert.equal(confidence, "sure", question);
  }
  const { confidence } = await tryQuestion(app, owner, {
    ...{ twin_id, as: "public" as const },
    question: WAITING.question,
  });
  assert.equal(confidence, "none", WAITING.question);
  const secret = {
    twin_id,
    as: "public" as const,
    question: "What do shops pay?",
  };
  const { answer } = await tryQuestion(app, owner, secret);
  assert.doesNotMatch(answer, /55 percent/);
});
