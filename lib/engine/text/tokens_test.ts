import assert from "node:assert/strict";
import { same, stems } from "../../../tests/same_stems.ts";
import { tokenize } from "./tokens.ts";

Deno.test("tokenize: inflected forms share a stem", () => {
  same("cities", "city", "en");
  same("montañas", "montaña", "es");
  same("столицу", "столица", "ru");
  same("المدينة", "مدينه", "ar");
  same("والكتاب", "كتاب", "ar");
  same("عالورشة", "ورشة", "ar");
  same("الورشة", "ورشة", "ar");
  same("बच्चों", "बच्चे", "hi");
  same("çocuklar", "çocuğum", "tr");
  same("예약을", "예약", "ko");
  same("आऊँ", "आऊं", "hi");
  assert.notDeepEqual(stems("παιδιά", "el"), stems("πάμε", "el"));
});

Deno.test("tokenize: case, accents and compatible forms fold; letters stay", () => {
  same("ÉCOLE", "école", "fr");
  same("Straße", "strasse", "de");
  same("ｆｕｌｌ", "full", "en");
  same("Ёлка", "елка", "ru");
  assert.notDeepEqual(stems("й", "ru"), stems("и", "ru"));
});

Deno.test("tokenize: endings typed without accents share a stem with accented ones", () => {
  same("habitacion", "habitación", "es");
  same("extension", "extensión", "es");
  same("avaliacao", "avaliação", "pt");
  same("licoes", "lições", "pt");
});

Deno.test("tokenize: accents distinguish Vietnamese words", () => {
  assert.notDeepEqual(stems("má", "vi"), stems("mà", "vi"));
  assert.deepEqual(tokenize("chỗ", "vi").map(({ form }) => form), ["cho"]);
});

Deno.test("tokenize: a number is one term in any digits and grouping", () => {
  same("1,000", "1000", "en");
  same("١٩٦٩", "1969", "ar");
  same("२०२३", "2023", "hi");
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
  same("エレベータ", "エレベーター", "ja");
  same("ｴﾚﾍﾞｰﾀｰ", "エレベーター", "ja");
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
  same("請問有停車場嗎", "请问有停车场吗", "zh");
  same("幾歲可以學", "几岁可以学", "zh");
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
  same("洗乾淨", "洗干净", "zh");
  same("瞭解", "了解", "zh");
  same("甚麼", "什么", "zh");
  same("為甚麽", "为什么", "zh");
  same("在綫", "在线", "zh");
  same("噁心", "恶心", "zh");
  same("衞生", "卫生", "zh");
  same("跟著", "跟着", "zh");
  assert.deepEqual(stems("著名", "zh"), ["著名"]);
});
