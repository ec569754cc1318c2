import assert from "node:assert/strict";
import { partsOf, partTitle } from "./parts.ts";

Deno.test("partsOf: nothing is lost, no part is too long, and cuts fall on the best place", () => {
  const paragraph = "One two three.\n\n";
  for (
    const [text, starts] of [
      [paragraph.repeat(40), /^One/],
      [`${"word ".repeat(15)}\n# Chapter\n`.repeat(20), /^(word|# Chapter)/],
      ["a".repeat(1_000), /^a/],
      ["😀".repeat(333), /^😀/],
      ["short", /^short/],
    ] as const
  ) {
    const parts = partsOf(text, 101);
    assert.equal(parts.join(""), text);
    for (const part of parts) {
      assert.ok(part.length <= 101);
      assert.ok(part.isWellFormed());
      assert.match(part, starts);
    }
  }
  const chapters = partsOf(
    `${"word ".repeat(13)}\n# B\n${"x".repeat(90)}`,
    101,
  );
  assert.match(chapters[1], /^# B\n/);
});

Deno.test("partTitle: a long title leaves room for its number", () => {
  assert.equal(partTitle("A", { n: 2, of: 3 }), "A (2 of 3)");
  const long = partTitle("😀".repeat(100), { n: 12, of: 20 });
  assert.ok(long.length <= 200 && long.isWellFormed());
  assert.match(long, / \(12 of 20\)$/);
});
