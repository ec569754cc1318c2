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
  for (const text of ["オンラインレッスン", "ヨガレッスン", "メイクレッスン"]) {
    assert.ok(stems(text, "ja").includes("レッスン"), text);
  }
  assert.deepEqual(stems("バスツアー", "ja"), ["バス", "ツアー"]);
  assert.ok(stems("ガラスペン", "ja").includes("ペン"));
});

Deno.test("tokenize: traditional and simplified Chinese are the same words", () => {
  same("zh", "請問有停車場嗎", "请问有停车场吗");
  same("zh", "幾歲可以學", "几岁可以学");
  assert.notDeepEqual(stems("駐車", "ja"), stems("驻车", "ja"));
});

Deno.test("tokenize: Japanese words that share a kanji have different stems, also where their kana is cut off", () => {
  const first = (text: string) => stems(text, "ja")[0];
  for (
    const [a, b] of [
      ["空", "空き"],
      ["空", "空いてます"],
      ["着る", "着く"],
      ["着て", "着いたら"],
      ["行く", "行う"],
      ["降る", "降りる"],
      ["教える", "教わる"],
      ["細い", "細かい"],
      ["生まれる", "生きる"],
      ["通う", "通る"],
      ["足", "足りる"],
    ]
  ) assert.notEqual(first(a), first(b), `${a} ≁ ${b}`);
  for (
    const [a, b] of [
      ["空き", "空いてます"],
      ["着る", "着て"],
      ["通います", "通えます"],
    ]
  ) assert.equal(first(a), first(b), `${a} ~ ${b}`);
  // A particle is no ending.
  assert.equal(first("外で"), first("外"));
});

Deno.test("tokenize: a run longer than any word stays as it is written", () => {
  const long = "ヷ".repeat(100) + "ー";
  assert.deepEqual(stems(long, "ja"), [long]);
});

Deno.test("tokenize: rare and Hong Kong forms of Chinese characters are simplified ones, 著 only beside a verb", () => {
  same("zh", "洗乾淨", "洗干净");
  same("zh", "瞭解", "了解");
  same("zh", "甚麼", "什么");
  same("zh", "為甚麽", "为什么");
  same("zh", "在綫", "在线");
  same("zh", "噁心", "恶心");
  same("zh", "衞生", "卫生");
  same("zh", "跟著", "跟着");
  assert.deepEqual(stems("著名", "zh"), ["著名"]);
});
