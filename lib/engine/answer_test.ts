import assert from "node:assert/strict";
import fc from "fast-check";
import { CONTENT } from "../tools/demo/content.ts";
import { cutPassages } from "./text/passages.ts";
import { PassageIndex } from "./passage_index.ts";
import { answerFromIndex } from "./answer.ts";
import type { Language } from "./text/languages.ts";

const BODIES: Record<string, string> = {
  Sourdough:
    "# Sourdough\n\nFeed the **starter** twice a day. It was begun in 1998 by Anna Berg " +
    "in Malmö.\n\n## Baking\n\n- Bake at 240 degrees for 40 minutes.\n- Let it rest an hour.",
  Lighthouse:
    "The lighthouse on Cape Orla was built in 1871. Its lamp is visible for 31 kilometres. " +
    "The keeper Jonas Vale lived there with two goats until 1934. ".repeat(12),
  Маяк:
    "Маяк на мысе Орла построили в 1871 году. Его смотрителем был Иван Крылов.",
  灯塔: "奥拉角的灯塔建于1871年。守塔人名叫李明，他养了两只山羊。",
};

function twin(): PassageIndex {
  const index = new PassageIndex();
  for (const [title, body] of Object.entries(BODIES)) {
    index.set({
      content_id: title,
      title,
      source_url: title === "Sourdough" ? "https://example.com/bread" : null,
      passages: cutPassages(body),
    });
  }
  return index;
}

Deno.test("answerFromIndex: one place, verbatim, with its citation", () => {
  const { answer, citations, grounded, confidence } = answerFromIndex(
    twin(),
    "Who began the sourdough starter?",
  );
  assert.equal(confidence, "sure");
  assert.equal(grounded, true);
  assert.match(answer, /It was begun in 1998 by Anna Berg/);
  assert.ok(BODIES.Sourdough.includes(answer));
  assert.equal(citations[0].title, "Sourdough");
  assert.equal(citations[0].url, "https://example.com/bread");
  assert.ok(BODIES.Sourdough.includes(citations[0].excerpt));
  assert.ok(citations[0].excerpt.includes("Anna Berg"));
});

Deno.test("answerFromIndex: answers in the content's languages", () => {
  const index = twin();
  assert.match(
    answerFromIndex(index, "Кто был смотрителем маяка?").answer,
    /Иван Крылов/,
  );
  assert.match(
    answerFromIndex(index, "灯塔的守塔人叫什么名字？").answer,
    /李明/,
  );
  assert.equal(
    "url" in answerFromIndex(index, "灯塔建于哪年？").citations[0],
    false,
  );
});

Deno.test("answerFromIndex: says so, in the question's language, when nothing fits", () => {
  const index = twin();
  const { lexica } = index.tables;
  const cases: [string, Language][] = [
    ["Who painted the Sistine Chapel?", "en"],
    ["¿Cuál es la moneda de Japón?", "es"],
    ["Какая столица у Австралии?", "ru"],
    ["谁写了《哈姆雷特》？", "zh"],
  ];
  for (const [question, language] of cases) {
    const found = answerFromIndex(index, question);
    const { none, near } = lexica.of(language).say;
    assert.equal(found.grounded, false, question);
    assert.notEqual(found.confidence, "sure", question);
    assert.ok(
      found.confidence === "none"
        ? found.answer === none
        : found.answer.startsWith(near),
      found.answer,
    );
  }
  const empty = answerFromIndex(new PassageIndex(), "Who began it?");
  assert.deepEqual(empty.citations, []);
  assert.equal(empty.confidence, "none");
});

Deno.test("answerFromIndex: an uncertain answer is offered as such, and cited", () => {
  const index = new PassageIndex();
  index.set({
    content_id: "dogs",
    title: "Dogs",
    source_url: null,
    passages: ["Only my own, I'm afraid. She is trained to stay."],
  });
  index.set({
    content_id: "parking",
    title: "Parking",
    source_url: null,
    passages: ["Two places in the yard, and more behind the church."],
  });
  const { answer, confidence, grounded, citations } = answerFromIndex(
    index,
    "is there somewhere to tie up a puppy while we eat our sandwiches",
  );
  assert.equal(confidence, "near");
  assert.equal(grounded, false);
  assert.match(answer, /^I’m not sure .*\n\n\*\*Dogs\*\*\nOnly my own/);
  assert.equal(citations[0].title, "Dogs");
});

Deno.test("answerFromIndex: an uncertain answer has its title, with the next best items in brief", () => {
  const index = new PassageIndex();
  const items = [
    ["Dogs", "Only my own, I'm afraid. She is trained to stay."],
    ["Cats", `No cats either. ${"They scratch the pots. ".repeat(30)}`],
    [
      "Puppies elsewhere",
      "| Who | Where |\n|---|---|\n| Hamsters | with Lena |\n| Puppies | with Ana |",
    ],
    ["Parking", "Two places in the yard, and more behind the church."],
  ];
  items.forEach(([title, passage]) =>
    index.set({
      content_id: title,
      title,
      source_url: null,
      passages: [passage],
    })
  );
  const { answer, confidence, citations } = answerFromIndex(
    index,
    "who minds a puppy or a cat",
  );
  assert.equal(confidence, "near");
  assert.deepEqual(citations.map(({ title }) => title), [
    "Puppies elsewhere",
    "Cats",
    "Dogs",
  ]);
  const [, pets, cats, dogs, parking] = answer.split("\n\n");
  assert.equal(pets, `**Puppies elsewhere**\n${items[2][1]}`);
  const [title, brief] = cats.split("\n");
  assert.equal(title, "See also: **Cats**");
  assert.match(brief, /^No cats either\. They .*pots\.$/);
  assert.ok(brief.length <= 220, brief);
  assert.equal(dogs, `See also: **Dogs**\n${items[0][1]}`);
  assert.equal(parking, undefined);
});

Deno.test("answerFromIndex: offers nothing that neither words nor meaning support", () => {
  const index = new PassageIndex();
  index.set({
    content_id: "tea",
    title: "Tea",
    source_url: null,
    passages: ["I drink green tea every morning, and never after noon."],
  });
  const { confidence, citations } = answerFromIndex(
    index,
    "Do you fly helicopters?",
  );
  assert.equal(confidence, "none");
  assert.deepEqual(citations, []);
});

Deno.test("answerFromIndex: greets without citing", () => {
  assert.deepEqual(answerFromIndex(twin(), "hola").citations, []);
  assert.match(answerFromIndex(twin(), "hola").answer, /Hola/);
});

Deno.test("answerFromIndex: a follow-up is read with the questions before it", () => {
  const index = twin();
  const bread = ["Who began the sourdough starter?"];
  const tower = [...bread, "How far is the lamp of the lighthouse seen?"];
  const ask = (context?: string[]) =>
    answerFromIndex(index, "And in which year?", { context });
  assert.equal(ask().grounded, false);
  assert.match(ask(bread).answer, /It was begun in 1998/);
  assert.match(ask(tower).answer, /1871/);
  assert.doesNotMatch(ask(tower).answer, /1998/);
  const russian = answerFromIndex(index, "А кто там жил?", {
    context: ["Когда построили маяк?"],
  });
  assert.match(russian.answer, /Крылов/);
});

Deno.test("answerFromIndex: lengths and excerpts stay within bounds for any question", () => {
  const index = twin();
  const all = Object.values(BODIES);
  const vocabulary = all.join(" ").split(" ");
  const question = fc.oneof(
    fc.array(fc.constantFrom(...vocabulary), { maxLength: 8 }).map((said) =>
      said.join(" ")
    ),
    fc.string({ unit: "grapheme", maxLength: 80 }),
  );
  fc.assert(fc.property(question, (asked) => {
    const { answer, citations, grounded, confidence } = answerFromIndex(
      index,
      asked,
    );
    assert.ok(answer.length > 0 && answer.length <= 1_000);
    assert.ok(citations.length <= 3);
    assert.equal(grounded, confidence === "sure");
    assert.equal(confidence !== "none", citations.length > 0);
    for (const { excerpt } of citations) {
      assert.ok(excerpt.length <= 500);
      assert.ok(all.some((body) => body.includes(excerpt)), excerpt);
    }
  }));
});

Deno.test("answerFromIndex: the demo's questions get exactly their sentences", () => {
  const index = new PassageIndex();
  for (const { title, body, visibility } of CONTENT) {
    if (visibility === "private") continue;
    index.set({
      content_id: title,
      title,
      source_url: null,
      passages: cutPassages(body),
    });
  }
  const ask = (question: string) => answerFromIndex(index, question);
  assert.match(ask("How hot do you fire your glazes?").answer, /1240 °C/);
  assert.doesNotMatch(ask("How hot do you fire your glazes?").answer, /euros/);
  const next = ask("When is your next workshop?");
  assert.match(next.answer, /^My next workshop is/);
  assert.equal(next.citations[0].title, "Workshops");
  assert.match(
    ask("What clay should a beginner buy?").answer,
    /Buy a smooth stoneware/,
  );
  assert.match(ask("How can I contact you?").answer, /studio@example\.com/);
});

Deno.test("answerFromIndex: a question about the twin is answered from its profile", () => {
  const profile = { name: "Mira", bio: "I make pots in Lagos." };
  const index = twin();
  const { answer, citations, grounded } = answerFromIndex(
    index,
    "Who are you?",
    { profile },
  );
  assert.equal(answer, `I’m Mira. ${profile.bio}`);
  assert.deepEqual(citations, [{ title: "Mira", excerpt: profile.bio }]);
  assert.equal(grounded, true);
  for (
    const question of [
      "¿Quién eres?",
      "Wer bist du?",
      "Кто вы?",
      "你是谁？",
      "من أنت؟",
    ]
  ) {
    const found = answerFromIndex(index, question, { profile });
    assert.ok(found.answer.endsWith(profile.bio), question);
  }
  const bot = answerFromIndex(index, "are you a bot?", { profile });
  assert.match(bot.answer, /AI.*Mira/);
  assert.equal(bot.is_small_talk, true);
  index.set({
    content_id: "home",
    title: "Where I live",
    source_url: null,
    passages: ["I live in York, with a greyhound."],
  });
  assert.match(
    answerFromIndex(index, "Where do you live?", { profile }).answer,
    /York/,
  );
});
