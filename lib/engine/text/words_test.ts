import assert from "node:assert/strict";
import { terms, words } from "./words.ts";

const same = (a: string, b: string) =>
  assert.deepEqual(terms(a), terms(b), `${a} ~ ${b}`);

Deno.test("terms: inflected forms share a stem", () => {
  same("cities", "city");
  same("stopped", "stopping");
  same("islas", "isla");
  same("столицу", "столица");
  same("река", "реки");
  same("المدينة", "مدينه");
  same("والكتاب", "كتاب");
  same("नदियों", "नदी");
});

Deno.test("terms: case, accents and compatible forms fold; letters stay", () => {
  same("ÉCOLE", "ecole");
  same("Straße", "strasse");
  same("ｆｕｌｌ", "full");
  same("Ёлка", "елка");
  assert.notDeepEqual(terms("कि"), terms("की कु"));
  assert.notDeepEqual(terms("й"), terms("и"));
});

Deno.test("terms: numbers are one term in any digits and grouping", () => {
  same("1,000", "1000");
  same("١٩٦٩", "1969");
  same("२०२३", "2023");
});

Deno.test("terms: scripts without spaces are cut into words", () => {
  assert.ok(terms("法国的首都是巴黎").includes("首都"));
  assert.ok(!terms("法国的首都").includes("的首"));
  assert.ok(terms("กรุงเทพเป็นเมืองหลวง").includes("เมือง"));
  assert.ok(terms("東京タワーは高い").includes("タワー"));
  assert.ok(terms("서울은").includes("서울"));
});

Deno.test("words: marks stay with their letters", () => {
  assert.deepEqual(words("हिन्दी भाषा").map(({ form }) => form), [
    "हिन्दी",
    "भाषा",
  ]);
});

Deno.test("words: signs of prices, addresses and times of day are words", () => {
  const forms = (text: string) => words(text).map(({ form }) => form);
  assert.deepEqual(forms("$5 or ₹90"), ["€", "5", "or", "€", "90"]);
  assert.deepEqual(forms("a@b.example"), ["a", "@", "b", "example"]);
  assert.deepEqual(forms("8:30"), [":", "8", "30"]);
});
