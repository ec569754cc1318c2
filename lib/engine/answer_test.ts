import assert from "node:assert/strict";
import fc from "fast-check";
import { CONTENT } from "../tools/demo/content.ts";
import { cutPassages } from "./text/passages.ts";
import { PassageIndex } from "./passage_index.ts";
import { answerFromIndex } from "./answer.ts";

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

Deno.test("answerFromIndex: answers in plain text with a verbatim citation", () => {
  const { answer, citations, grounded } = answerFromIndex(
    twin(),
    "Who began the starter?",
  );
  assert.equal(grounded, true);
  assert.match(
    answer,
    /^Feed the starter .* It was begun in 1998 by Anna Berg/,
  );
  assert.doesNotMatch(answer, /[#*]/);
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
  const cases: [string, RegExp][] = [
    ["Who painted the Sistine Chapel?", /could not find/],
    ["¿Cuál es la moneda de Japón?", /No he podido/],
    ["Какая столица у Австралии?", /не нашёл/],
    ["谁写了《哈姆雷特》？", /没有找到/],
  ];
  for (const [question, words] of cases) {
    const { answer, citations, grounded } = answerFromIndex(index, question);
    assert.equal(grounded, false, question);
    assert.deepEqual(citations, []);
    assert.match(answer, words);
  }
  assert.equal(
    answerFromIndex(new PassageIndex(), "Who began it?").grounded,
    false,
  );
});

Deno.test("answerFromIndex: a sentence that the content repeats is said once", () => {
  const { answer } = answerFromIndex(twin(), "Which keeper lived with goats?");
  assert.equal(answer.match(/Jonas Vale/g)?.length, 1);
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

Deno.test("answerFromIndex: whatever is asked, lengths and excerpts hold", () => {
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
    const { answer, citations, grounded } = answerFromIndex(index, asked);
    assert.ok(answer.length > 0 && answer.length <= 600);
    assert.ok(citations.length <= 3);
    assert.equal(grounded, citations.length > 0);
    for (const { excerpt } of citations) {
      assert.ok(excerpt.length <= 500);
      assert.ok(all.some((body) => body.includes(excerpt)), excerpt);
    }
  }));
});

Deno.test("answerFromIndex: the demo's questions get their sentences and no others", () => {
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
  assert.match(next.answer, /^I teach a weekend workshop/);
  assert.deepEqual(next.citations.map(({ title }) => title), ["Workshops"]);
  assert.match(
    ask("What clay should a beginner buy?").answer,
    /^Buy a smooth stoneware/,
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
  assert.equal(answer, profile.bio);
  assert.deepEqual(citations, [{ title: "Mira", excerpt: profile.bio }]);
  assert.equal(grounded, true);
  index.set({
    content_id: "home",
    title: "Home",
    source_url: null,
    passages: ["I live in York, with a greyhound."],
  });
  assert.match(
    answerFromIndex(index, "Where do you live?", { profile }).answer,
    /York/,
  );
});
