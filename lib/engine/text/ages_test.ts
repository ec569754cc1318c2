import assert from "node:assert/strict";
import { ageIdeas } from "./ages.ts";

Deno.test("ageIdeas: an age with a unit, in any language", () => {
  assert.deepEqual(ageIdeas("my 6 yr old", "en"), ["child", "minimum_age"]);
  assert.deepEqual(ageIdeas("mein Sohn ist 15 Jahre alt", "de"), ["teenager"]);
  assert.deepEqual(ageIdeas("моей маме 70 лет", "ru"), ["senior"]);
});

Deno.test("ageIdeas: English ages without a unit, of people and as thresholds", () => {
  const child = ["child", "minimum_age"];
  for (
    const text of [
      "my kid is 10 can he join",
      "she's 4, is that ok?",
      "is it ok for under-fives",
      "Under-tens can't manage the wheel.",
      "over 12s only",
      "From age three.",
      "Six and up.",
    ]
  ) assert.deepEqual(ageIdeas(text, "en"), child, text);
  assert.deepEqual(ageIdeas("im 40 can i come", "en"), [
    "adult",
    "minimum_age",
  ]);
  assert.deepEqual(ageIdeas("im 66 is it dumb to start", "en"), [
    "senior",
    "minimum_age",
  ]);
  assert.deepEqual(ageIdeas("18+ only", "en"), ["minimum_age"]);
});

Deno.test("ageIdeas: other numbers are not ages", () => {
  for (
    const text of [
      "im 10 minutes late",
      "is 10 ok",
      "under 12 pounds",
      "10 of us",
      "she's 5 foot tall",
      "open from three",
    ]
  ) assert.deepEqual(ageIdeas(text, "en"), [], text);
});
