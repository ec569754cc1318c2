import assert from "node:assert/strict";
import fc from "fast-check";
import { cutPassages } from "./passages.ts";

const bare = (text: string) => text.replace(/\s+/g, "");

const piece = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom("\n", "\n\n", "# Head\n", "- item\n", "```\n", "| a | b |\n"),
  fc.constantFrom("A sentence. ", "一句话。", "वाक्य है। ", "👩‍👩‍👧‍👦", "é", "===\n"),
  fc.constantFrom("word ".repeat(300), "字".repeat(1200), "🙂".repeat(700)),
);

Deno.test("cutPassages: every non-blank character is in exactly one passage", () => {
  fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
    const body = pieces.join("");
    const passages = cutPassages(body);
    assert.equal(bare(passages.join("")), bare(body));
    let from = 0;
    for (const passage of passages) {
      assert.equal(passage, passage.trim());
      assert.ok(passage.length > 0 && passage.length <= 900);
      const at = body.indexOf(passage, from);
      assert.ok(at >= from, "a passage is a slice, in order");
      from = at + passage.length;
      assert.doesNotMatch(passage, /^[\udc00-\udfff]|[\ud800-\udbff]$/);
    }
  }));
});

Deno.test("cutPassages: a heading starts the passage it heads", () => {
  const passages = cutPassages(
    "Intro.\n\n# One\n\nFirst.\n\nTwo\n---\n\nSecond.",
  );
  assert.deepEqual(passages, [
    "Intro.",
    "# One\n\nFirst.",
    "Two\n---\n\nSecond.",
  ]);
});

Deno.test("cutPassages: a long paragraph is cut evenly between sentences", () => {
  const passages = cutPassages(
    "This sentence has forty-five characters here. ".repeat(30),
  );
  assert.equal(passages.length, 2);
  for (const passage of passages) assert.match(passage, /^This .* here\.$/s);
});

Deno.test("cutPassages: no grapheme is split", () => {
  const family = "👩‍👩‍👧‍👦";
  for (const passage of cutPassages(family.repeat(400))) {
    assert.equal(passage.length % family.length, 0);
  }
});

Deno.test("cutPassages: fenced code keeps its blank lines and hashes together", () => {
  const code = "```sh\n# not a heading\n\nls\n```";
  assert.deepEqual(cutPassages(code), [code]);
});

Deno.test("cutPassages: 4 MiB without a break takes linear time", () => {
  const start = performance.now();
  assert.ok(cutPassages("x".repeat(4 << 20)).length > 4000);
  assert.ok(performance.now() - start < 15_000);
});
