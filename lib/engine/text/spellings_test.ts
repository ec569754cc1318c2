import assert from "node:assert/strict";
import { tokenize } from "./tokens.ts";

const stems = (text: string) => tokenize(text, "en").map(({ stem }) => stem);
const same = (a: string, b: string) =>
  assert.deepEqual(stems(a), stems(b), `${a} ~ ${b}`);
const differ = (a: string, b: string) =>
  assert.notDeepEqual(stems(a), stems(b), `${a} ≁ ${b}`);

Deno.test("tokenize: typos and shortcuts match what was meant", () => {
  same("r u open tmrw", "are you open tomorrow");
  same("wat time", "what time");
  same("ur adress pls", "your address please");
  same("do u do accomodation", "do you do accommodation");
  const [token] = tokenize("tmrw?", "en");
  assert.deepEqual(
    [token.form, token.start, token.end],
    ["tomorrow", 0, 4],
  );
  // In another language it is another word.
  assert.equal(tokenize("u", "de")[0].form, "u");
});

Deno.test("tokenize: British and American spellings match", () => {
  same("my favorite color", "my favourite colour");
  same("organized jewelry", "organised jewellery");
  same("personalized", "personalised");
  same("bring my mom", "bring my mum");
});

Deno.test("tokenize: words of different meaning have different stems", () => {
  differ("weddings", "wed");
  differ("training", "train");
  differ("evening", "even");
  differ("personal", "person");
  differ("parking", "park");
  differ("university", "universe of");
  same("wedding", "weddings");
  same("booked", "bookings");
});

Deno.test("tokenize: an English apostrophe does not split a word", () => {
  same("I don't know what's on", "i dont know whats on");
  const [first, second] = tokenize("won’t they", "en");
  assert.deepEqual([first.form, first.start, first.end], ["wont", 0, 5]);
  assert.equal(second.start, 6);
  // A quotation mark is not one.
  assert.deepEqual(stems("the 's sign"), ["the", "s", "sign"]);
});
