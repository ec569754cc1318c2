import assert from "node:assert/strict";
import { guessLanguage } from "./language.ts";
import { smallTalk } from "../phrases.ts";
import { words } from "./words.ts";

const guess = (text: string) =>
  guessLanguage(text, words(text).map(({ form }) => form));

Deno.test("guessLanguage: by script and by function words", () => {
  const samples = {
    en: "Where is the house?",
    es: "¿Dónde está la casa?",
    fr: "Où est la maison de ton père ?",
    de: "Wo ist das Haus?",
    pt: "Onde fica a sua casa?",
    it: "Dove è la casa di tuo padre?",
    ru: "Где находится дом?",
    zh: "房子在哪里？",
    ja: "家はどこですか？",
    ko: "집이 어디에 있나요?",
    hi: "घर कहाँ है?",
    ar: "أين البيت؟",
    th: "บ้านอยู่ที่ไหน",
  };
  for (const [language, text] of Object.entries(samples)) {
    assert.equal(guess(text), language, text);
  }
  assert.equal(guess("xyzzy"), "en");
  assert.equal(guess("iPhone 多少钱？"), "zh");
});

Deno.test("smallTalk: greetings and thanks get a reply, questions none", () => {
  for (
    const said of [
      "Hi!",
      "HELLO",
      "¡Hola!",
      "Привет",
      "你好！",
      "नमस्ते",
      "مرحبًا",
      "thanks :)",
      "สวัสดีครับ",
      "Gracias.",
    ]
  ) {
    assert.ok(smallTalk(said), said);
  }
  assert.equal(smallTalk("hi, how old is the bridge?"), null);
  assert.equal(smallTalk("history"), null);
  assert.equal(smallTalk(""), null);
});
