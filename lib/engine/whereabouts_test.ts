import assert from "node:assert/strict";
import { cite, whereabouts } from "./whereabouts.ts";

const said = "[1:02] First this.\n\n[1:04:10] Then that. And [9:99] more.";

Deno.test("whereabouts: the time a paragraph was said, before any page", () => {
  const at = (text: string) =>
    whereabouts(
      { passage: said, n: 0, pages: [[1, 0, 0]] },
      said.indexOf(text),
    );
  assert.equal(at("First"), "1:02");
  assert.equal(at("Then"), "1:04:10");
  assert.equal(at("more"), "1:04:10");
});

Deno.test("whereabouts: the last page that begins before it, in this passage or an earlier one", () => {
  const pages: [number, number, number][] = [[3, -1, 0], [4, 1, 10], [5, 3, 0]];
  const at = (n: number, at: number) =>
    whereabouts({ passage: "Text.", n, pages }, at);
  assert.deepEqual(
    [at(0, 5), at(1, 9), at(1, 10), at(2, 0), at(3, 0)],
    ["p. 3", "p. 3", "p. 4", "p. 4", "p. 5"],
  );
  assert.equal(whereabouts({ passage: "Text.", n: 0 }, 0), undefined);
});

Deno.test("cite: an address and a place only if there is one", () => {
  const hit = { title: "Tea", source_url: null, passage: "At nine.", n: 0 };
  assert.deepEqual(cite(hit, "At nine.", 0), {
    title: "Tea",
    excerpt: "At nine.",
  });
});
