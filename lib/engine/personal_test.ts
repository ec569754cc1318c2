import assert from "node:assert/strict";
import { PassageIndex } from "./passage_index.ts";
import { rank } from "./ranking.ts";

const ITEMS: Record<string, string> = {
  "Do you work on e-bikes?":
    "Yes, for anything that other bikes have as well: brakes, gears, tyres.",
  "Behind the van":
    "I am Gaz, born in Barry. I was an ambulance technician for eleven years, and learned this from an uncle. I live with a cat.",
  "Offices": "Half a day in your car park is £280, some twelve bikes.",
};

/** How far each item counts as the one about a life, by its title. */
function lives(question: string): Record<string, number> {
  const index = new PassageIndex();
  for (const [title, passage] of Object.entries(ITEMS)) {
    const passages = [passage];
    index.set({ content_id: title, title, source_url: null, passages });
  }
  const asked = index.read(question);
  return Object.fromEntries(
    rank(asked, index.candidates(asked)).map(({ hit, features }) => [
      hit.title,
      features.life,
    ]),
  );
}

Deno.test("rank: who somebody is or was before is most likely told by the item that tells most of a life", () => {
  for (
    const question of [
      "what did you do before bikes",
      "where did you grow up",
      "are you married",
    ]
  ) {
    const found = lives(question);
    assert.equal(found["Behind the van"], 1, question);
    assert.ok(found["Offices"] < 0.3, question);
    assert.ok(found["Do you work on e-bikes?"] < 0.3, question);
  }
});

Deno.test("rank: a life counts nothing where something else is asked for", () => {
  const found = lives("how much is it for an office?");
  assert.deepEqual(new Set(Object.values(found)), new Set([0]));
});
