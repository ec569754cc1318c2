import assert from "node:assert/strict";
import { Entries, findCharacters, findWords } from "./entries.ts";
import { tokenize } from "./text/tokens.ts";

Deno.test("findWords: finds the longest entry starting at each word, in any order of addition", () => {
  const among = new Entries<string>();
  among.add("how much does it cost", "price");
  among.add("how much", "amount");
  among.add("how", "way");
  among.add("how", "way");
  among.add("cost", "price");
  const found = (text: string) =>
    findWords(tokenize(text, "en"), among, ({ form }) => form)
      .map(({ first, last, found }) => [first, last, ...found]);
  assert.deepEqual(found("And how much does it cost?"), [
    [1, 5, "price"],
    [5, 5, "price"],
  ]);
  assert.deepEqual(found("how much does it weigh"), [[0, 1, "amount"]]);
  assert.deepEqual(found("how does it cost how much"), [
    [0, 0, "way"],
    [3, 3, "price"],
    [4, 5, "amount"],
  ]);
});

Deno.test("findCharacters: matches no part of a number, a Latin word or a Thai syllable", () => {
  const among = new Entries<string>();
  among.add("1월", "winter");
  among.add("นก", "bird");
  among.add("หมา", "dog");
  among.add("hp", "website");
  const found = (text: string, language: "ko" | "th" | "ja") =>
    findCharacters(text, tokenize(text, language), among)
      .flatMap(({ found }) => found);
  assert.deepEqual(found("1월에 가요", "ko"), ["winter"]);
  assert.deepEqual(found("11월에 가요", "ko"), []);
  assert.deepEqual(found("มีนกไหม", "th"), ["bird"]);
  assert.deepEqual(found("หวานกินได้", "th"), []);
  assert.deepEqual(found("พาหมาไป", "th"), ["dog"]);
  assert.deepEqual(found("เหมาทั้งบ้าน", "th"), []);
  assert.deepEqual(found("hpはありますか", "ja"), ["website"]);
  assert.deepEqual(found("photoshopは使いますか", "ja"), []);
  assert.deepEqual(found("ohpを使う", "ja"), []);
});
