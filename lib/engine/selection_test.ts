import assert from "node:assert/strict";
import { chooseSentences, joinSentences } from "./selection.ts";
import type { Ranked } from "./ranking.ts";
import { PassageReader } from "./passage_reader.ts";
import { cutSentences } from "./text/sentences.ts";

const READER = new PassageReader();

/** A passage's sentences with these scores, best first. */
function rank(passage: string, scores: readonly number[], id = "a"): Ranked[] {
  const sentences = cutSentences(passage);
  const hit = {
    content_id: id,
    title: "T",
    source_url: null,
    passage,
    n: 0,
    score: 1,
    read: READER.read(passage),
    read_title: READER.read("T"),
  };
  return scores.map((score, place) => ({ hit, sentences, place, score }))
    .sort((a, b) => b.score - a.score);
}

const answer = (...ranked: Ranked[][]) =>
  joinSentences(
    chooseSentences(ranked.flat().sort((a, b) => b.score - a.score)),
  );

Deno.test("chooseSentences: at most three, in text order, none far below the best", () => {
  assert.equal(
    answer(rank("One. Two. Three. Four.", [1, 0.9, 1.1, 0.95])),
    "One. Three. Four.",
  );
  assert.equal(answer(rank("One. Two. Three.", [0.2, 1, 0.3])), "Two.");
});

Deno.test("chooseSentences: a sentence far better than those before it comes first", () => {
  assert.equal(answer(rank("One. Two.", [0.75, 1.05])), "Two. One.");
  assert.equal(answer(rank("One. Two.", [0.95, 1.05])), "One. Two.");
});

Deno.test("chooseSentences: no answer begins with a word for what is not said", () => {
  const text = "I hold a workshop. It costs 9 euros. Bring a towel.";
  assert.equal(
    answer(rank(text, [0.2, 1, 0.1])),
    "I hold a workshop. It costs 9 euros.",
  );
  assert.equal(answer(rank(text, [0.2, 0.8, 1])), "Bring a towel.");
  const other = rank("We sail. They are slow.", [0.1, 1], "b");
  assert.equal(answer(rank(text, [0, 0, 1.1]), other), "Bring a towel.");
});

Deno.test("chooseSentences: another passage must come close, and repeats nothing", () => {
  const best = rank("Alpha.", [1]);
  assert.equal(
    answer(best, rank("Beta.", [0.9], "b"), rank("Gamma.", [0.5], "c")),
    "Alpha. Beta.",
  );
  assert.equal(answer(best, rank("Alpha.", [1], "b")), "Alpha.");
});

Deno.test("joinSentences: list items are parted, and 600 units are the most", () => {
  assert.equal(
    answer(rank("- one\n- two\n- three", [1, 1, 1])),
    "one; two; three",
  );
  const long = `${"word ".repeat(70)}end. `.repeat(3);
  assert.ok(answer(rank(long, [1, 1, 1])).length <= 600);
  assert.deepEqual(chooseSentences([]), []);
});
