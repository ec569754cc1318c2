import assert from "node:assert/strict";
import { koreanStem, withoutChance } from "./korean.ts";

Deno.test("koreanStem: several particles and endings come off, whole words stay", () => {
  const cases: [string, string][] = [
    ["예약할수있나요", "예약"],
    ["재택근무하려고요", "재택근무"],
    ["주차장까지도", "주차장"],
    ["환불받을수있을까요", "환불"],
    ["서울에서는", "서울"],
    ["고양이도", "고양이"],
    ["강원도까지", "강원도"],
    ["난이도가", "난이도"],
    ["개도", "개도"],
  ];
  for (const [word, stem] of cases) assert.equal(koreanStem(word), stem, word);
});

Deno.test("withoutChance: words that only lie within another are blanked", () => {
  assert.equal(withoutChance("해주실수있나요"), "해주··있나요");
  assert.equal(withoutChance("실수하면 어떡해요"), "실수하면 어떡해요");
  assert.equal(withoutChance("그만큼 돌려드립니다"), "··큼 돌려드립니다");
  assert.equal(withoutChance("이제 그만할래요"), "이제 그만할래요");
  assert.equal(withoutChance("맡기기"), "맡기·");
});
