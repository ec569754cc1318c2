import assert from "node:assert/strict";
import fc from "fast-check";
import { chunksOf, pack, similarities, standsOut } from "./packed.ts";

const vectors = fc.integer({ min: 2, max: 40 }).chain((length) =>
  fc.array(
    fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: length,
      maxLength: length,
    }).filter((vector) => Math.hypot(...vector) > 0.01),
    { minLength: 1, maxLength: 20 },
  )
);

function cosine(a: number[], b: number[]): number {
  const dot = a.reduce((sum, value, i) => sum + value * b[i], 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b));
}

Deno.test("packed vectors: angles match those of the vectors to about two percent", () => {
  fc.assert(fc.property(vectors, (all) => {
    similarities(pack(all), all[0]).forEach((similarity, i) =>
      assert.ok(Math.abs(similarity - cosine(all[0], all[i])) < 0.02)
    );
  }));
});

Deno.test("packed vectors: vectors of another length are never near", () => {
  assert.deepEqual(similarities(pack([[1, 0], [0, 1]]), [1, 0, 0]), [0, 0]);
});

Deno.test("chunksOf: in order and whole, each fits a store value", () => {
  const all = Array.from(
    { length: 100 },
    (_, i) => Array.from({ length: 1_536 }, (_, j) => Math.sin(i + j)),
  );
  const chunks = [...chunksOf(pack(all))];
  assert.ok(chunks.every(({ rows }) => rows.length <= 60_000));
  const joined = chunks.flatMap(({ rows }) => [...rows]);
  assert.deepEqual(joined, [...pack(all).rows]);
});

Deno.test("standsOut: one value far above the others does, the best of many similar ones does not", () => {
  assert.equal(standsOut([0.8, ...new Array(9).fill(0.2)]), true);
  assert.equal(standsOut([0.3, 0.29, 0.25, 0.2, 0.22, 0.27, 0.24]), false);
  assert.equal(standsOut([0.9, 0.1]), false);
  assert.equal(standsOut(new Array(20).fill(0.5)), false);
});
