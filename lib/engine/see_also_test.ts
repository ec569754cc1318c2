import assert from "node:assert/strict";
import { answerFromIndex } from "./answer.ts";
import { PassageIndex } from "./passage_index.ts";

function indexOf(items: readonly { title: string; passage: string }[]) {
  const index = new PassageIndex();
  items.forEach(({ title, passage }, n) =>
    index.set({
      content_id: `cnt_${n}`,
      title,
      source_url: `https://clay.example/(${n})`,
      passages: [passage],
    })
  );
  return index;
}

const OTHERS = [
  { title: "Kiln", passage: "The kiln is fired on Mondays." },
  { title: "Clay", passage: "We use stoneware clay from Cornwall." },
  { title: "Dogs", passage: "Dogs may lie under the table." },
];

Deno.test("answerFromIndex: a second item that also answers follows as See also, cited and linked", () => {
  const index = indexOf([
    { title: "Parking", passage: "You can park your car in the yard." },
    {
      title: "Parking [evenings]",
      passage: "In the evening you can park your car in the street.",
    },
    ...OTHERS,
  ]);
  const { answer, citations, confidence } = answerFromIndex(
    index,
    "Where can I park my car?",
  );
  assert.equal(confidence, "sure");
  const [text, also] = answer.split("\n\n");
  const of_evenings = citations[0].title === "Parking [evenings]";
  assert.equal(citations[0].excerpt, text);
  assert.equal(
    also,
    of_evenings
      ? "See also: [Parking](https://clay.example/%280%29)"
      : "See also: [Parking \\[evenings\\]](https://clay.example/%281%29)",
  );
  assert.equal(
    citations[1].title,
    of_evenings ? "Parking" : "Parking [evenings]",
  );
});

Deno.test("answerFromIndex: an item that merely shares a word is not named", () => {
  const index = indexOf([
    { title: "Parking", passage: "You can park your car in the yard." },
    { title: "Park", passage: "On Sundays I walk in the park." },
    ...OTHERS,
  ]);
  const { answer } = answerFromIndex(index, "Where can I park my car?");
  assert.equal(answer, "You can park your car in the yard.");
});
