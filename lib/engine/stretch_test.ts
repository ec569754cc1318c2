import assert from "node:assert/strict";
import { PassageIndex } from "./passage_index.ts";
import { rank } from "./ranking.ts";
import { stretchOf } from "./stretch.ts";
import { cutPassages } from "./text/passages.ts";

function stretch(body: string, question: string) {
  const index = new PassageIndex();
  const passages = cutPassages(body);
  index.set({ content_id: "a", title: "Notes", source_url: null, passages });
  const read = index.read(question);
  const [best] = rank(read, index.find(read));
  return stretchOf(best, { passages });
}

Deno.test("stretchOf: a short item is given whole, without its heading", () => {
  const body = "# Opening\n\nOpen **daily** from 9 to 5.\n\nClosed in May.";
  const { text } = stretch(body, "When are you open?");
  assert.equal(text, "Open **daily** from 9 to 5.\n\nClosed in May.");
});

Deno.test("stretchOf: the first of several headings of one level stays: it names only its part", () => {
  const body = "## Ridge trail\n\n11 km\n\n## Lake trail\n\n6 km";
  assert.equal(stretch(body, "How long is the Ridge trail?").text, body);
});

Deno.test("stretchOf: from a longer item the sentences around the best one, verbatim and contiguous", () => {
  const filler = "The hills are green and the water is cold. ".repeat(12);
  const body = `${filler}The kiln reaches 1240 degrees at noon. ${filler}`;
  const { text, excerpt } = stretch(body, "How hot does the kiln get?");
  assert.match(text, /1240 degrees/);
  assert.ok(body.includes(text));
  assert.ok(text.length <= 450);
  assert.ok(text.startsWith(excerpt.slice(0, 20)));
});

Deno.test("stretchOf: a list is given whole with its introduction, a long table as its header and some rows", () => {
  const prose = "We have baked here since 1950, and we like it. ".repeat(10);
  const list = "Bring with you:\n\n- an apron\n- a towel\n- a jar";
  assert.equal(
    stretch(`${prose}\n\n${list}`, "Do I need an apron?").text,
    list,
  );
  const rows = Array.from(
    { length: 40 },
    (_, n) => `| Bowl number ${n} | ${n + 100} euros |`,
  );
  const table = ["| What | Price |", "|---|---|", ...rows].join("\n");
  const { text, left_out } = stretch(table, "What is bowl number 12?");
  assert.match(text, /^\| What \| Price \|\n\|---\|---\|\n/);
  assert.match(text, /Bowl number 12 \| 112 euros/);
  assert.ok(left_out > 0);
});
