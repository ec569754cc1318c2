import assert from "node:assert/strict";
import { PassageIndex } from "./passage_index.ts";
import { isPersonal } from "./personal.ts";
import { rank } from "./ranking.ts";
import { engineTables } from "./tables.ts";
import { type Language, LANGUAGES } from "./text/languages.ts";
import { tokenize } from "./text/tokens.ts";

const ITEMS: Record<string, string> = {
  "Do you work on e-bikes?":
    "Yes, for anything that other bikes have as well: brakes, gears, tyres.",
  "Behind the van":
    "I am Gaz, born in Barry. I was an ambulance technician for eleven years, and learned this from an uncle. I live with a cat.",
  "Offices": "Half a day in your car park is £280, some twelve bikes.",
};

/** Each item's weight as the one about a life, by title. */
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

Deno.test("rank: a question about someone's past prefers the item that tells most of a life", () => {
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

Deno.test("rank: how much an item tells of a life has no effect on other questions", () => {
  const found = lives("how much is it for an office?");
  assert.deepEqual(new Set(Object.values(found)), new Set([0]));
});

const ABOUT_A_LIFE: Record<Language, [before: string, began: string]> = {
  ar: ["شو كان شغلك قبل", "كيف بلشتي"],
  de: ["was hast du früher gemacht", "wie bist du dazu gekommen"],
  el: ["τι έκανες πριν", "πώς ξεκίνησες"],
  en: ["what did you do before", "how did u get into this"],
  es: ["que hacias antes", "como empezaste"],
  fr: ["vous faisiez quoi avant", "comment vous avez commencé"],
  hi: ["aap pehle kya karti thi", "शुरुआत कैसे हुई"],
  it: ["che lavoro facevi prima", "come hai cominciato"],
  ja: ["以前のお仕事は何ですか", "始めたきっかけは"],
  ko: ["예전에 뭐 하셨어요", "어떻게 시작하셨어요"],
  nl: ["wat deed je vroeger", "hoe ben je begonnen"],
  pt: ["o que você fazia antes", "como começou"],
  ro: ["ce faceai înainte", "cum ai inceput"],
  ru: ["чем вы занимались раньше", "как вы начали"],
  th: ["ก่อนหน้านี้ทำงานอะไร", "เริ่มต้นได้ยังไง"],
  tr: ["bundan önce ne iş yapıyordunuz", "bu işe nasıl başladınız"],
  vi: ["hồi trước anh làm nghề gì", "bạn bắt đầu như thế nào"],
  zh: ["你以前干嘛的", "怎么想到做这个"],
};

Deno.test("isPersonal: recognises questions about someone's past and beginnings in every language, and nothing else", () => {
  const { lexica } = engineTables();
  const asks = (text: string, language: Language) =>
    isPersonal(
      lexica.of(language)
        .spans(text, tokenize(text, language), { asking: true })
        .flatMap(({ ideas }) => ideas),
      lexica,
    );
  for (const language of LANGUAGES) {
    for (const question of ABOUT_A_LIFE[language]) {
      assert.ok(asks(question, language), question);
    }
  }
  assert.equal(asks("is there parking?", "en"), false);
  assert.equal(asks("was kostet der Kurs", "de"), false);
  assert.equal(asks("駐車場はありますか", "ja"), false);
});
