import assert from "node:assert/strict";
import fc from "fast-check";
import { sorted } from "./sorted.ts";

Deno.test("sorted: same order as Array.sort, and stable", async () => {
  const values = fc.array(fc.tuple(fc.nat(50), fc.nat()), {
    maxLength: 2_000,
    size: "max",
  });
  await fc.assert(
    fc.asyncProperty(values, async (all) => {
      const order = ([a]: [number, number], [b]: [number, number]) => a - b;
      assert.deepEqual(await sorted(all, order), all.toSorted(order));
    }),
    { numRuns: 30 },
  );
});

Deno.test("sorted: ten thousand titles, serving others meanwhile", async () => {
  const { compare } = new Intl.Collator("en", { numeric: true });
  const titles = Array.from(
    { length: 10_000 },
    (_, n) => `Question ${n * 7_919 % 10_000} about the studio`,
  );
  let served = 0;
  const timer = setInterval(() => served++, 1);
  try {
    const first = await sorted(titles, compare);
    assert.deepEqual(first.slice(0, 2), [
      "Question 0 about the studio",
      "Question 1 about the studio",
    ]);
  } finally {
    clearInterval(timer);
  }
  assert.ok(served > 1, `${served} turns`);
});
