import { koreanVerb } from "./verbs_ko.ts";

/** Endings of verbs and nouns that several words share, without what they are attached to. */
const ENDINGS =
  ("입니다 습니다 합니다 됩니다 입니까 습니까 합니까 됩니까 인가요 한가요 하나요 되나요 있나요 없나요 할까요 될까요 있을까요 나요 까요 이에요 예요 에요 해요 돼요 어요 아요 세요 " +
    "하는 하고 하면 해서 하기 하다 했던 되는 되고 되면 된다 한다 이다 에서는 에서도 에서만 에서 에게 한테도 한테는 한테 으로는 으로도 으로 로는 로도 까지만 까지는 까지도 까지 부터는 부터 처럼 보다 이나 라도 이라도 이랑 랑 들은 들이 들을 들의 들도 " +
    "인데요 인데 이고 이면 하려고요 하려고 하려면 하려는데 하는데요 하는데 했는데요 했는데 했어요 했나요 하는지 하시나요 하세요 하시는 하실 해주세요 해주시나요 해주나요 해줘요 해주실 해주 해줘 해도 해야 하자 하지 하네요 하죠 하는거 하는건 하던 " +
    "되는데 되는지 되는건가요 되나 되죠 돼나요 되어 돼도 할수 될수 받을수 받을 받나 받 을수 수있 수있는지 수있을까요 있을까 있는지 있어요 있을 없이 려고요 려고 려면 려는데 는데요 는데 은데요 은데 던데 던데요 면요 으면 면서 니까 으니까 었어요 았어요 었는데 았는데 네요 군요 지요 죠 여요 " +
    "은 는 이 가 을 를 에 에는 에도 에만 로 와 과 도 만 만요 의 들 할 한 해 된 될 밖에 마다")
    .split(/\s+/).sort((a, b) => b.length - a.length);

/** Words that end like one with a particle. */
const WHOLE = new RegExp(
  `(?:${
    ("고양이 어린이 젊은이 늙은이 떡볶이 놀이 먹이 손잡이 목걸이 귀걸이 " +
      "돌잡이 칼갈이 분갈이 나들이 집들이 오토바이 파이 아이 강원도 경기도 " +
      "제주도 울릉도 강화도 전라도 경상도 충청도 난이도 만족도 선호도 " +
      "지하도 인지도 완성도 대학로 치과 안과 내과 외과 교과 견과 다과 " +
      "효과 사과 결과 휴가 전문가 작가 화가 추가 허가 평가 물가 양가 " +
      "요가 작곡가 음악가 예술가 사진가 미술가 성악가 무용가 미만 불만 " +
      "강의 회의 주의 문의 동의 합의 정의 예의 의의 거의 논의 마을 가을 " +
      "노을").replaceAll(" ", "|")
  })$`,
  "u",
);

/** What is done, with any ending of "하다" and "되다": "오픈하셨어요", "환불되는지". */
const DONE =
  /^(\p{sc=Hangul}{2,5}?)(?:하[고는면려시셨세신실기지자네나게던다]|해[요서도야주줘줄봐볼]|했|합니|되[나는면는었어고지려시]|돼[요서도야]|됐|됩니)[거건걸게고구군기까나냐네는니다대더던데도돼되든들라래려러면면며서세셔셨습시신실싶아야어었여였예요용우으은을음이인임있없자잖죠주줄줘지진질쥬수]*$/u;

/** The stem of a Korean word: without particles and endings, several of which may follow one another. */
export function koreanStem(word: string): string {
  const verb = koreanVerb(word);
  if (verb) return verb;
  const [, noun] = DONE.exec(word) ?? [];
  if (noun) return noun;
  let stem = word;
  for (let removed = 0; removed < 3 && !WHOLE.test(stem); removed++) {
    const ending = ENDINGS.find((ending) =>
      stem.endsWith(ending) && stem.length - ending.length >= 2
    );
    if (!ending) break;
    stem = stem.slice(0, -ending.length);
  }
  return stem;
}

/** Parts of words that are another by chance: "해주실수있나요" without its space is no mistake ("실수"). */
const CHANCE = new RegExp(
  [
    String.raw`(?<=\p{sc=Hangul})실수(?= ?[있없])`,
    String.raw`가게(?= ?[됐되])`,
    String
      .raw`아이(?=젠|돌|디|템|슬|콘|섀|스|폰|패드|라인|언|러니|보리|브로우|덴|오)`,
    String.raw`의사(?=소통)`,
    String.raw`은행(?=나무)`,
    String.raw`대학(?=로)`,
    String.raw`이(?=사람)`,
    String.raw`(?<=인)사이트`,
    String.raw`기사(?=님)`,
    String.raw`대관(?=령)`,
    String.raw`그만(?=큼)`,
    String.raw`기부(?=터)`,
    String.raw`보이(?=스(?!톡))`,
    String.raw`(?<=[한두세네] )벌`,
    String
      .raw`벌(?=이(?:[가를는도]| ?(?:[좋되돼]|괜찮|어떠|어때|어떤|얼마|수입)))`,
    String.raw`원인(?=데)`,
    String.raw`신문(?=지)`,
    String.raw`최고(?=령)`,
    String.raw`(?<=[맡옮남즐]기)기`,
    String.raw`맞춤(?=법)`,
    String.raw`(?<=시)차`,
    String.raw`토스(?=트|터)`,
    String.raw`(?<=무)조건`,
    String.raw`카드(?=지갑|게임| 게임|뉴스|리딩|섹션)`,
    String.raw`(?<=(?:타로|엽서|그림|메모|단어|감사) ?)카드`,
    String.raw`(?<=\p{sc=Hangul})시(?:키|켜|킬|킨)`,
    String.raw`대기(?=업)`,
    String.raw`아프(?=리카)`,
    String
      .raw`나이(?=프)|손수(?=건|레)|수제(?=비|자)|수선(?=화)|수정(?=과)|페이(?=지|스트)|호주(?=머)|정가(?=운데)|원두(?=막)|주문(?=진)|포장(?=마차)|그림(?=자)|이사(?=장|회)`,
    String
      .raw`(?<=개)구리|(?<=압)구정|(?<=로)그램|(?<=소)비자|(?<=마)음대|(?<=이)상하|(?<=독)수리|(?<=미)안해|(?<=헤)어디|(?<=도)라지|(?<=유)자차|(?<=가)전제|(?<=세)입자|(?<=육)개장|(?<=받)침대|(?<=인)공지|(?<=가)지각|(?<=의)정부|(?<=하)나라`,
    String.raw`대입(?=구)`,
    String.raw`망원(?=역|동|시장)`,
    String.raw`(?<=샌드)위치`,
    String.raw`두려(?=면|고 )`,
    String.raw`(?<=한)글(?=[을은이])`,
    String.raw`(?<=[지구권영])역`,
    String.raw`오리(?=지|엔|고기)`,
    String.raw`모자(?=라|란|랄|이크)`,
    String.raw`그리(?=스|워|웠|고|하여)`,
    String.raw`(?<=\p{Nd} ?)인용`,
    String.raw`(?<=[아고])파도`,
    String.raw`(?<=(?:털|머리|물) ?)빠[지져질졌]`,
    String.raw`갈아(?=입|타|신)`,
    String.raw`주인(?=데|가요|지)`,
    String.raw`수상(?=스키|한)`,
    String.raw`파니(?=니)`,
    String.raw`(?<=[이경자])유로`,
  ].join("|"),
  "gu",
);

/** The text with such parts blanked. */
export function withoutChance(text: string): string {
  return text.replace(CHANCE, (word) => "·".repeat(word.length));
}

/** Words that ask for nothing, whatever their ending: "되는건가요", "해주실수있을까요", "뭐예요". */
const FUNCTION = new RegExp(
  "^(?!돼지|에세이|예시|한지|누구나|하네|하지정|없애|없어졌|되게|이야|이의|해주신|거지$)(?:" +
    [
      "(?:할|될|수)?수?(?:있|없|되|돼|됐|됩)",
      "하(?:시|실|십|더|셨|세|신|는|면|려|고|게|지|네|던|나)",
      "해(?:주|줘|줄|요|여|도|서|야|봐|볼|용)",
      "(?:합니|했|할까|할게|할려|할수|함)",
      "(?:인|은|는|한|던|할|될|건|거|걸)(?:가|지|데|까)(?:요|여|용)",
      "(?:이|예|에|거|꺼)(?:예요|에요|여요|죠|세요|신가|신지|십니|시죠)",
      "(?:같[은아]|싶|않|아니[에예죠면라]|그러[면니나]|그렇|이러|이렇|어떻|어떠|어떨|어땠)",
      "주(?:시|세|나요|나여|실|신|셨|는지)",
      "(?:뭐|뭔|뭘|무엇|누구|언제|어디|어딘|왜)(?:예|에|이|인|가|야|죠|지|여|임|일|데|까)",
    ].join("|") +
    ")[거건걸겁게겠고구군기까나냐네는니다대더던데도돼되든들라래려러런련록면며봐서세셔셨습시신실십싶쓸아야어었여였예에요욤용염우유으은을음이인임있없자잖져졌죠줄줘지진질쥬수가]*$",
  "u",
);

/** Whether a Korean word carries no meaning of its own but asks, helps or joins. */
export function isKoreanFunction(word: string): boolean {
  return FUNCTION.test(word);
}

/** A word without the letters of laughter and tears that stick to it: "있을까요ㅠㅠ". */
export function withoutJamo(word: string): string {
  const bare = word.replace(/[\u1100-\u11ff\u3130-\u318f]+/gu, "");
  return bare || word;
}

/** What is counted, after its number: "1회만", "20주예요", "3일전에". */
const COUNTER =
  /^(?:회|주|일|명|개|분|번|년|시|시간|개월|박|층|장|권|마리|만원|천원|원|호|인|평|곡|잔|팀|건|킬로|센치|그램|살|세|대|키로|월)(?:차|전|뒤|후|반)?(?:만|예요|에요|이에요|인데|인데여|인가요|에|이서|이상|정도|까지|부터|씩|이면|면|짜리|째|동안|이요|요|쯤|간|걸려요|걸리나요|남았){0,3}$/u;

/** Nouns that look like a counter with what may follow it, where no number is before them. */
const UNCOUNTED =
  /^(?:주차|세차|시차|장차|대차|월차|명차|회전|대전|건전|원전|호전|장전|세전|세후|인후|일반|명반|분반|원반|호반|대만|대면|장면|평면|세면|일면|인간|주간|세간|층간|장간|주요|개요)/u;

/** What may be before what it counts; "네" is also "yes". */
const NUMBER =
  /^(?:\p{Nd}.*|몇|한|두|세|다섯|여섯|일곱|여덟|아홉|열|스무|서른|마흔)$/u;

/** Whether a Korean word may be what a number counts: a word `before` that is one, or else no listed word. */
export function isKoreanCounter(
  word: string,
  { before = "", is_listed = false } = {},
): boolean {
  return COUNTER.test(word) &&
    (NUMBER.test(before) || !is_listed && !UNCOUNTED.test(word));
}
