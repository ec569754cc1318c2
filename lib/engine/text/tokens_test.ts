import assert from "node:assert/strict";
import type { Language } from "./languages.ts";
import { tokenize } from "./tokens.ts";

const stems = (text: string, language: Language) =>
  tokenize(text, language).map(({ stem }) => stem);
const same = (language: Language, a: string, b: string) =>
  assert.deepEqual(stems(a, language), stems(b, language), `${a} ~ ${b}`);

Deno.test("tokenize: inflected forms share a stem", () => {
  same("en", "cities", "city");
  same("es", "montañas", "montaña");
  same("ru", "столицу", "столица");
  same("ar", "المدينة", "مدينه");
  same("ar", "والكتاب", "كتاب");
  same("ar", "عالورشة", "ورشة");
  same("ar", "الورشة", "ورشة");
  same("hi", "बच्चों", "बच्चे");
  same("tr", "çocuklar", "çocuğum");
  same("ko", "예약을", "예약");
  same("hi", "आऊँ", "आऊं");
  assert.notDeepEqual(stems("παιδιά", "el"), stems("πάμε", "el"));
});

Deno.test("tokenize: case, accents and compatible forms fold; letters stay", () => {
  same("fr", "ÉCOLE", "école");
  same("de", "Straße", "strasse");
  same("en", "ｆｕｌｌ", "full");
  same("ru", "Ёлка", "елка");
  assert.notDeepEqual(stems("й", "ru"), stems("и", "ru"));
});

Deno.test("tokenize: endings typed without accents share a stem with accented ones", () => {
  same("es", "habitacion", "habitación");
  same("es", "extension", "extensión");
  same("pt", "avaliacao", "avaliação");
  same("pt", "licoes", "lições");
});

Deno.test("tokenize: accents distinguish Vietnamese words", () => {
  assert.notDeepEqual(stems("má", "vi"), stems("mà", "vi"));
  assert.deepEqual(tokenize("chỗ", "vi").map(({ form }) => form), ["cho"]);
});

Deno.test("tokenize: a number is one term in any digits and grouping", () => {
  same("en", "1,000", "1000");
  same("ar", "١٩٦٩", "1969");
  same("hi", "२०२३", "2023");
});

Deno.test("tokenize: scripts without spaces are cut into words", () => {
  assert.ok(stems("法国的首都是巴黎", "zh").includes("首都"));
  assert.ok(
    stems("กรุงเทพเป็นเมืองหลวง", "th").some((one) => one.includes("เมือง")),
  );
  assert.ok(stems("東京の塔は高い", "ja").includes("高"));
});

Deno.test("tokenize: Japanese words share a stem however they are inflected or their last vowel is written", () => {
  assert.equal(stems("撮って", "ja")[0], stems("撮れる", "ja")[0]);
  assert.equal(stems("登れる", "ja")[0], stems("登って", "ja")[0]);
  same("ja", "エレベータ", "エレベーター");
  same("ja", "ｴﾚﾍﾞｰﾀｰ", "エレベーター");
});

Deno.test("tokenize: a Japanese word in katakana that no dictionary has is one, and known ones stay apart", () => {
  assert.deepEqual(stems("ドローン", "ja"), ["ドローン"]);
  assert.deepEqual(stems("トイプードルと", "ja"), ["トイプードル", "と"]);
  assert.ok(stems("オンラインレッスン", "ja").includes("レッスン"));
});

Deno.test("tokenize: traditional and simplified Chinese are the same words", () => {
  same("zh", "請問有停車場嗎", "请问有停车场吗");
  same("zh", "幾歲可以學", "几岁可以学");
  assert.notDeepEqual(stems("駐車", "ja"), stems("驻车", "ja"));
});
