import assert from "node:assert/strict";
import {
  isKoreanCounter,
  isKoreanFunction,
  koreanStem,
  withoutChance,
  withoutJamo,
} from "./korean.ts";
import { koreanForms } from "./korean_forms.ts";
import { koreanSpelled } from "./spellings_ko.ts";

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
  assert.equal(withoutChance("샌드위치"), "샌드··");
  assert.equal(withoutChance("보이스톡"), "보이스톡");
  assert.equal(withoutChance("소비자"), "소··");
  assert.equal(withoutChance("독수리"), "독··");
  assert.equal(withoutChance("벌이가 어때요"), "·이가 어때요");
  assert.equal(withoutChance("벌이 좋나요"), "·이 좋나요");
  assert.equal(withoutChance("벌이 많아요"), "벌이 많아요");
  assert.equal(withoutChance("수리해 주세요"), "수리해 주세요");
});

Deno.test("koreanStem: a verb has one stem in all its forms, and a noun like it has its own", () => {
  const cases: [string, string][] = [
    ["배워요", "배우다"],
    ["배울수있나요", "배우다"],
    ["배우고싶은데요", "배우다"],
    ["무서운데", "무섭다"],
    ["무서우시면", "무섭다"],
    ["들으면", "듣다"],
    ["골라주세요", "고르다"],
    ["팝니다", "팔다"],
    ["파나요", "팔다"],
    ["배우가", "배우"],
    ["그림은", "그림"],
    ["사고가", "사고"],
    ["쉬었다가", "쉬다"],
    ["보내드립니다", "보내다"],
    ["오픈하셨어요", "오픈"],
    ["환불되나요", "환불"],
    ["가지", "가지"],
    ["배우자도", "배우자"],
    ["다리는", "다리"],
    ["보일러는", "보일러"],
    ["보일수있나요", "보이다"],
    ["바른길로", "바른길"],
    ["전해질이", "전해질"],
  ];
  for (const [word, stem] of cases) assert.equal(koreanStem(word), stem, word);
});

Deno.test("koreanForms: the beginnings of all forms of a verb, and other entries as they are", () => {
  const has = (entry: string, ...forms: string[]) => {
    const found = koreanForms(entry);
    for (const form of forms) {
      assert.ok(found.includes(form), `${entry} ${form}`);
    }
  };
  has("마시다", "마시", "마셔", "마셨", "마신", "마실", "마십");
  has("춥다", "춥고", "추워", "추운", "추울");
  has("입다", "입고", "입어", "입은");
  has("열다", "열고", "여는", "열어", "엽니");
  has("모르다", "모르", "몰라", "모른");
  has("예쁘다", "예쁘", "예뻐");
  has("걷다", "걷고", "걸어", "걸으");
  has("이름 새기다", "이름 새기", "이름 새겨", "이름 새긴");
  assert.ok(
    !koreanForms("자다").includes("자"),
    "one syllable is found nowhere alone",
  );
  has("삐다", "삐어", "삐었");
  assert.ok(!koreanForms("삐다").includes("뼈도"));
  for (const noun of ["바다", "캐나다", "주차", "됩니다"]) {
    assert.deepEqual(koreanForms(noun), [noun]);
  }
});

Deno.test("isKoreanFunction: what asks for nothing, in any ending", () => {
  for (
    const word of [
      "되는건가요",
      "해주실수있을까요",
      "뭐예요",
      "있으신가요",
      "하시는지요",
      "할수있을런지",
      "어디인지",
    ]
  ) assert.ok(isKoreanFunction(word), word);
  for (
    const word of [
      "돼지",
      "에세이",
      "하늘",
      "하루",
      "주인",
      "할인",
      "한복",
      "주말",
      "안돼요",
      "이사",
      "예시",
    ]
  ) assert.ok(!isKoreanFunction(word), word);
});

Deno.test("isKoreanCounter: what a number counts, with its endings, and no other word", () => {
  for (const word of ["회만", "주예요", "일전에", "명이서", "시까지"]) {
    assert.ok(isKoreanCounter(word), word);
  }
  for (
    const word of (
      "일을 차는 분위기 회의 주소 장소 병이 주차 주차만 주차요 주차인데요 세차 대면 대전 대만 일반 인간 회전 " +
      "주간 시차 장면 주요"
    ).split(" ")
  ) {
    assert.ok(!isKoreanCounter(word), word);
  }
  assert.ok(isKoreanCounter("주차인데요", { before: "20" }));
  assert.ok(isKoreanCounter("대만", { before: "두" }));
  assert.ok(!isKoreanCounter("팀", { is_listed: true }));
  assert.ok(!isKoreanCounter("주차요", { before: "네" }));
});

Deno.test("isKoreanCounter: endings without end take no longer than they are", () => {
  const took = (times: number) => {
    const word = `회${"인데요".repeat(times)}가`;
    const start = performance.now();
    for (let n = 0; n < 20; n++) assert.ok(!isKoreanCounter(word));
    return performance.now() - start;
  };
  assert.ok(took(24) < 50 * (took(12) + 1));
  const whole = Math.min(...Array.from({ length: 5 }, () => took(33_333)));
  const half = Math.min(...Array.from({ length: 5 }, () => took(16_666)));
  assert.ok(whole < 10 * (half + 1));
});

Deno.test("withoutJamo: the letters of laughter and tears come off a word, alone they stay", () => {
  assert.equal(withoutJamo("있을까요ㅠㅠ"), "있을까요");
  assert.equal(withoutJamo("네ㅋㅋ".normalize("NFKC")), "네");
  assert.equal(withoutJamo("ㅋㅋ"), "ㅋㅋ");
});

Deno.test("koreanSpelled: as typed on phones, and of the same length", () => {
  const cases: [string, string][] = [
    ["몇일 걸려요", "며칠 걸려요"],
    ["머 입어요", "뭐 입어요"],
    ["머리 자르기", "머리 자르기"],
    ["가르켜 주세요", "가르쳐 주세요"],
    ["환불 않되나요", "환불 안되나요"],
    ["하지 않나요", "하지 않나요"],
  ];
  for (const [typed, meant] of cases) {
    assert.equal(koreanSpelled(typed), meant);
    assert.equal(typed.length, meant.length);
  }
});
