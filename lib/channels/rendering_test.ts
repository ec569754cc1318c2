import assert from "node:assert/strict";
import fc from "fast-check";
import { ADAPTERS } from "./adapters.ts";
import { cut } from "./rendering.ts";
import type { Said } from "./adapter.ts";

const LIMITS = { telegram: 4096, slack: 4000, discord: 2000, whatsapp: 4096 };

function assertFits(said: Said): void {
  for (const [kind, adapter] of Object.entries(ADAPTERS)) {
    const limit = LIMITS[kind as keyof typeof LIMITS];
    for (const part of adapter.render(said)) {
      assert.ok(part.length <= limit, `${kind}: ${part.length}`);
      assert.ok(part.isWellFormed(), kind);
    }
  }
}

Deno.test("render: sources that leave no room for the answer are left out, the last first", () => {
  const citations = Array.from({ length: 5 }, (_, i) => ({
    title: `Source ${i}`,
    excerpt: "",
    url: `https://example.com/${"a".repeat(960)}${i}`,
  }));
  const said = { text: "Yes. ".repeat(900), citations, before: "", after: "" };
  assertFits(said);
  const [text] = ADAPTERS.whatsapp.render(said);
  assert.match(text, /^Yes\./);
  assertFits({ ...said, before: "x".repeat(5_000) });
});

Deno.test("render: whatever is said, each part is within the platform's length and whole", () => {
  const piece = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("**", "_", "`", "```\n", "[a](https://e.org)", "\n\n", "&"),
    fc.constant("word ".repeat(300)),
    fc.constant("👩‍👩‍👧‍👦".repeat(200)),
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }).map((all) => all.join("")),
      (text) => assertFits({ text, citations: [], before: "", after: "" }),
    ),
    { numRuns: 60 },
  );
});

Deno.test("cut: loses nothing but blanks, and ends where nothing fits", () => {
  const text = "One sentence. Another one. A third.";
  const pieces = cut(text, (piece) => piece.length <= 14);
  assert.equal(pieces.join(" "), text);
  assert.ok(cut("abc", () => false).length <= 3);
});
