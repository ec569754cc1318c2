import assert from "node:assert/strict";
import { answerFromIndex } from "./answer.ts";
import { rankBoth, reciprocalRank } from "./fusion.ts";
import type { Hit } from "./passage.ts";
import { PassageIndex } from "./passage_index.ts";

const TEXTS = [
  ["Kiln", "The kiln is fired on Mondays."],
  ["Clay", "We use stoneware clay from Cornwall."],
  ["Pets", "Your dog may lie under the table while you throw."],
] as const;

function potter(): PassageIndex {
  const index = new PassageIndex();
  TEXTS.forEach(([title, passage], n) =>
    index.set({
      content_id: `cnt_${n}`,
      title,
      source_url: null,
      passages: [passage],
    })
  );
  return index;
}

function near(index: PassageIndex, ...ids: string[]): Hit[] {
  return ids.flatMap((id) => index.at(id, 0) ?? []);
}

Deno.test("reciprocalRank: ranks names in both lists before names in one, and lists each once", () => {
  const fused = reciprocalRank([["a", "b", "c"], ["c", "b", "d"]], (x) => x);
  assert.deepEqual(fused.slice(0, 2).toSorted(), ["b", "c"]);
  assert.deepEqual(fused.toSorted(), ["a", "b", "c", "d"]);
  assert.deepEqual(reciprocalRank([["a"], []], (x) => x), ["a"]);
});

Deno.test("rankBoth: finds a passage that shares no word by its meaning", () => {
  const index = potter();
  const question = index.read("Qwertz zuiop?");
  const nearest = near(index, "cnt_2", "cnt_0");
  const ranked = rankBoth(question, index.candidates(question), {
    nearest,
    stands_out: true,
  });
  assert.equal(ranked[0].hit.title, "Pets");
});

Deno.test("answerFromIndex: meaning alone makes an answer near, never sure, and only if it stands out", () => {
  const index = potter();
  const nearest = near(index, "cnt_2", "cnt_0", "cnt_1");
  const ask = (stands_out: boolean) =>
    answerFromIndex(index, "Qwertz zuiop?", {
      similar: { nearest, stands_out },
    });
  const clear = ask(true);
  assert.deepEqual([clear.confidence, clear.grounded], ["near", false]);
  assert.match(clear.answer, /Your dog may lie/);
  assert.equal(ask(false).confidence, "none");
  assert.equal(answerFromIndex(index, "Qwertz zuiop?").confidence, "none");
});
