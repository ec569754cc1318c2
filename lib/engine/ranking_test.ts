import assert from "node:assert/strict";
import { cutPassages } from "./text/passages.ts";
import { rankSentences } from "./ranking.ts";
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
  const [top] = rankSentences(read, index.find(read));
  return top?.sentences[top.place].text;
}

Deno.test("rankSentences: what a heading names, the lines under it answer", () => {
  const body =
    "## Languages\n\n- Polish and Turkish\n\n## Size\n\n- 4 GB of disk";
  assert.equal(best(body, "Which languages?"), "Polish and Turkish");
  assert.equal(best(body, "What size?"), "4 GB of disk");
});

Deno.test("rankSentences: a question in the text is answered by what follows it", () => {
  const body = "**Q: Should I stretch before lifting?**\nA: No. Warm up.\n\n" +
    "**Q: Do I need a towel?**\nA: Bring two.";
  assert.equal(best(body, "Must I stretch before lifting?"), "No.");
  assert.equal(best(body, "Is a towel needed?"), "Bring two.");
});

Deno.test("rankSentences: a table's head is no answer, its rows are", () => {
  const body = "| Work | Price |\n| --- | --- |\n| New tube | 15 euros |\n" +
    "| New brake | 20 euros |";
  assert.equal(
    best(body, "What is the price of a tube?"),
    "New tube, 15 euros",
  );
});

Deno.test("rankSentences: words of one idea stand for one another", () => {
  const body = "The shop is in Malmö. A lesson is 12 euros. We are four.";
  assert.equal(best(body, "What does a lesson cost?"), "A lesson is 12 euros.");
});

Deno.test("rankSentences: a word that points back brings its subject along", () => {
  const body = "My kiln is new. It runs on the sun's power. Shelves hold pots.";
  assert.equal(
    best(body, "What power does the kiln use?"),
    "It runs on the sun's power.",
  );
});
