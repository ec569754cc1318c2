import assert from "node:assert/strict";
import { cutPassages } from "./text/passages.ts";
import { rank } from "./ranking.ts";
import { PassageIndex } from "./passage_index.ts";

/** The best sentence of `body` for `question`. */
function best(body: string, question: string): string | undefined {
  const index = new PassageIndex();
  index.set({
    content_id: "a",
    title: "Page",
    source_url: null,
    passages: cutPassages(body),
  });
  const read = index.read(question);
  const [top] = rank(read, index.find(read));
  if (!top) return undefined;
  const place = top.sentences.indexOf(Math.max(...top.sentences));
  return top.hit.read.sentences[place].text;
}

Deno.test("rank: a heading's topic is answered by the lines under it", () => {
  const body =
    "## Languages\n\n- Polish and Turkish\n\n## Size\n\n- 4 GB of disk";
  assert.equal(best(body, "Which languages?"), "Polish and Turkish");
  assert.equal(best(body, "What size?"), "4 GB of disk");
});

Deno.test("rank: a question in the text is answered by what follows it", () => {
  const body = "**Q: Should I stretch before lifting?**\nA: No. Warm up.\n\n" +
    "**Q: Do I need a towel?**\nA: Bring two.";
  assert.equal(best(body, "Must I stretch before lifting?"), "No.");
  assert.equal(best(body, "Is a towel needed?"), "Bring two.");
});

Deno.test("rank: a table's header is no answer, its rows are", () => {
  const body = "| Work | Price |\n| --- | --- |\n| New tube | 15 euros |\n" +
    "| New brake | 20 euros |";
  assert.equal(
    best(body, "What is the price of a tube?"),
    "New tube, 15 euros",
  );
});

Deno.test("rank: words for one idea match each other", () => {
  const body = "The shop is in Malmö. A lesson is 12 euros. We are four.";
  assert.equal(best(body, "What does a lesson cost?"), "A lesson is 12 euros.");
});

Deno.test("rank: a pronoun brings its subject along", () => {
  const body = "My kiln is new. It runs on the sun's power. Shelves hold pots.";
  assert.equal(
    best(body, "What power does the kiln use?"),
    "It runs on the sun's power.",
  );
});
