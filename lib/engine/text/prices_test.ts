import assert from "node:assert/strict";
import { hasPrice } from "./prices.ts";
import type { Language } from "./languages.ts";

Deno.test("hasPrice: figures with a currency, as each language writes them", () => {
  const prices: [Language, string][] = [
    ["en", "One evening is 40 euros."],
    ["en", "Small mug £26, big £32."],
    ["en", "A tenner each, CHF 80 for the lot."],
    ["de", "80 Franken die Stunde"],
    ["fr", "Une heure : 45 euros."],
    ["pt", "Uma hora, 80 reais."],
    ["ro", "Ora este 120 lei."],
    ["ru", "Час 1500 р., два – 2800 руб."],
    ["el", "Η ώρα 25 ευρώ."],
    ["tr", "Saati 600 TL."],
    ["vi", "Phin đen 25k, sữa 28k."],
    ["vi", "Nhóm 1.600.000 một tháng."],
    ["th", "คนละ 1,500"],
    ["hi", "महीने के 2000 रु"],
    ["ar", "الساعة ب 150 جنيه"],
    ["ko", "한 시간 5만원"],
    ["ja", "1時間3000円"],
    ["zh", "每次两百块"],
  ];
  for (const [language, text] of prices) {
    assert.ok(hasPrice(text, language), text);
  }
});

Deno.test("hasPrice: other numbers are no prices", () => {
  const others: [Language, string][] = [
    ["en", "We ran 10k in 2024 with 40 eurofans."],
    ["en", "Track 3 of 12"],
    ["de", "Raum 12, krumme Wege"],
    ["vi", "Có 32 bậc thang, 1.5 km."],
    ["ru", "1500 растений"],
    ["ko", "회원 2 명"],
    ["zh", "第三元素"],
    ["en", "8 pounds at birth, 12 cents sharp"],
    ["th", "วันละ 3 ครั้ง"],
    ["vi", "Gọi 0901.234.567, 12.000 km, chạy 10k"],
    ["ru", "2 рубашки, 5 рубинов, 2 р. в неделю"],
  ];
  for (const [language, text] of others) {
    assert.ok(!hasPrice(text, language), text);
  }
});
