import assert from "node:assert/strict";
import { containsKind } from "./answer_kinds.ts";
import type { Kind } from "./lexicon_file.ts";
import type { Language } from "./text/languages.ts";

Deno.test("containsKind: prices, times, durations and sizes in several languages", () => {
  const cases: [Kind, Language, string, string][] = [
    ["how_much", "en", "It costs £12.", "It is lovely."],
    ["how_much", "ru", "Занятие стоит 900 руб.", "Занятие идёт днём."],
    ["how_much", "de", "Der Eintritt ist kostenlos.", "Der Eintritt ist hier."],
    ["when", "de", "Immer dienstags, am Dienstag.", "Immer gern."],
    ["when", "en", "From 9:30 on.", "From here on."],
    ["when", "ja", "毎週土曜日です。", "いつもです。"],
    ["when", "ja", "水曜と日曜午後は休み。", "お休みもあります。"],
    ["when", "zh", "週一公休。", "偶爾公休。"],
    ["how_much", "zh", "每次两百块。", "每次都很开心。"],
    ["how_much", "zh", "每节两百元。", "三单元，大家一块儿学，送两块香皂。"],
    ["how_much", "ja", "一回三千円。", "地元の素材で、次元が違う。"],
    ["how_long", "fr", "Elle dure 3 heures.", "Elle dure."],
    ["how_long", "tr", "3 hafta sürer.", "Uzun sürer."],
    ["how_far", "es", "Son 12 kilómetros.", "Está lejos."],
    ["how_many", "en", "There are 40 of them.", "There are some."],
    ["who", "en", "It was built by Anna Berg.", "it was built."],
  ];
  for (const [kind, language, holds, lacks] of cases) {
    assert.ok(containsKind(kind, holds, language) >= 0.8, holds);
    assert.ok(containsKind(kind, lacks, language) <= 0.5, lacks);
  }
});
