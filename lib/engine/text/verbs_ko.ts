import { koreanForms } from "./korean_forms.ts";

/** Verbs and adjectives whose forms have one stem, without those that ask for nothing: "되다", "주다". */
const VERBS =
  "배우 가르치 생기 넘 쉬 일하 구하 피하 변하 전하 권하 만들 보내 기다리 다치 다니 아프 고치 고르 고장나 바꾸 바뀌 버리 빌리 부르 부치 맡기 맡 마시 " +
  "먹이 데려가 데려오 데리 가져가 가져오 가져다주 챙기 들르 들어가 들어오 나가 나누 내려오 내려가 올라가 올라오 " +
  "돌려주 돌려받 돌아가 돌아오 찾아가 찾아오 찾 찍 찍히 그리 그만두 관두 끝나 끝내 남기 넣 놓치 놓 내리 닫 " +
  "닫히 열 열리 팔 팔리 사귀 자르 잘리 자라 잊 잃 잃어버리 잊어버리 씻 닦 빨 말리 마르 굽 볶 끓이 끓 " +
  "익히 익 삶 튀기 얼리 녹 녹이 썩 상하 맵 쓰 시키 입 벗 갈아입 뽑 심 키우 기르 따 꺾 꽂 시들 죽 태어나 " +
  "자라나 늙 젊 짧 높 낮 넓 좁 두껍 얇 무겁 가볍 빠르 느리 늦 멀 가깝 춥 덥 뜨겁 차갑 따뜻하 시원하 " +
  "밝 어둡 시끄럽 조용하 어렵 쉽 힘들 재밌 재미있 무섭 예쁘 귀엽 맛있 맛없 비싸 좋 좋아하 싫 나쁘 아름답 깨끗하 " +
  "더럽 튼튼하 단단하 부드럽 딱딱하 건강하 약하 강하 바쁘 한가하 심심하 외롭 슬프 기쁘 즐겁 부럽 고맙 미안하 " +
  "두렵 떨리 걱정되 걱정하 울 웃 싸우 이기 믿 속이 속상하 놀 놀라 걷 뛰 달리 타 태우 세우 당기 밀리 막히 " +
  "막 뚫 터지 깨지 부서지 부러지 끊어지 찢어지 망가지 떨어지 떨어뜨리 넘어지 접지르 부딪히 쏘이 쏘 긁히 벗겨지 " +
  "지우 지워지 바르 붙이 묶 펴 접 깨 일어나 눕 앉 기대 듣 읽 외우 번역하 거절하 사과하 칭찬하 혼나 만나 " +
  "헤어지 사랑하 결혼하 이혼하 낳 임신하 젖 걸리 낫 나아지 줄이 늘리 늘어나 빠지 빼먹 느끼 깨닫 모르 생각하 " +
  "기억하 잊히 까먹 고민하 결정하 정하 시작하 준비하 계속하 멈추 그치 끊 끄 켜 돌리 흔들 누르 잡 낚 던지 받 " +
  "얻 줍 훔치 모으 모이 쌓 쌓이 채우 비우 넘치 담그 꺼내 싣 나르 옮기 이사하 이사오 머무르 머물 떠나 도착하 " +
  "출발하 지나가 건너 오르 올리 들리 보이 보여주 비치 가리 숨기 짓 세탁하 청소하 조율하 조립하 다듬 꿰매 새기 " +
  "칠하 물들이 염색하 자랑하 밟 미루 미뤄지 앞당기 당겨지 겹치 맞추 틀리 다르 같아지 어울리 닮 비슷하 섞 젓 " +
  "붓 따르 쏟 흘리 엎지르 빚 굳히 짖 물리 할퀴 핥 꼬집 쓰다듬 훈련하 길들이 산책하 데우 식히 절이 무치 " +
  "버무리 벗기 썰 다지 땋 다리";

/** Beginnings of forms that are also nouns, or forms of another verb. */
const OTHERS = new Set(
  ("사고 가지 가면 차고 사기 보기 자기 내기 대기 매일 피자 타자 전지 이기 사서 자서 서면 서기 대신 대지 살수 살때 새는 새로 비는 비도 비고 달고 달기 시기 시간 매우 매년 매번 " +
    "자지 대로 대나 차지 내지 내년 내일 서로 서울 서요 타는 달력 달러 물기 감자 감기 박수 말기 주기 주문 주자 주로 주네 지나 모음 다음 다린 싸움 울음 걸음 얼음 " +
    "고른 자라 자리 다리 이르 나르 가르 고치 모자 묵은 적은 적을 적음 적지 적어 길고 길게 물은 물을 물어 물으 물었 맞아 맞나 맞은 맞을 남은 남을 남자 남아 남기 알아 알고 알기 알게 알려 " +
    "잡지 신고 신나 신기 신은 신을 신지 신자 찬은 담은 속은 속아 속았 굳은 붙은 박은 감은 감아 이른 싫은 풀은 달은 갈은 갈게 갈수 갈때 갈까 갈래 갈건 갈거 내요 대요 대도 대면 대는 대고 자네 자니 자도 자요 자면 " +
    "새요 새고 서는 서고 차는 차도 차면 차요 차네 차니 내는 내면 내고 내도 내서 내야 따로 따라 타기 타도 나오 나와 나온 나올 싸요 싼거")
    .split(" "),
);

/** Nouns that end as a verb might: a spouse learns nothing. */
const NOUNS =
  /^(?:배우(?:자|들|나|와|이신)|먹이(?!려|고|면|시|세|는데|다)|다리|머리|보일러|바른길|전해질)/u;

/** What may follow such a beginning: endings, and verbs that help another. */
const ENDING =
  /^[거건걸겁게겠고구군기길나냐네는니다대더던데도돼되든들드라래려러련록리릴립면며봐보볼본봤서세셔셨습시신실십아야어었여였예요용우으은을음이인임자잖져졌죠죵지진질싶줘주줄준수없있않할하해한]*(?:다가도?)?$/u;

/** The most syllables of a beginning. */
const LONGEST = 5;

const known = new Map<string, string>();

function verbs(): ReadonlyMap<string, string> {
  if (known.size > 0) return known;
  for (const stem of VERBS.split(" ")) {
    for (const form of koreanForms(`${stem}다`)) {
      if (OTHERS.has(form) || form.includes(" ") || known.has(form)) continue;
      known.set(form, stem);
    }
  }
  return known;
}

/** The dictionary form of a listed verb or adjective in any form; undefined for any other word. */
export function koreanVerb(word: string): string | undefined {
  if (!/^\p{sc=Hangul}{2,}$/u.test(word) || NOUNS.test(word)) return undefined;
  for (let length = Math.min(LONGEST, word.length); length > 1; length--) {
    const form = word.slice(0, length);
    const stem = verbs().get(form);
    if (!stem) continue;
    const rest = word.slice(length);
    // Without an ending, "배우" is an actor.
    if (form === stem && rest === "") continue;
    if (ENDING.test(rest)) return `${stem}다`;
  }
  return undefined;
}
