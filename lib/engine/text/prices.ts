import type { Language } from "./languages.ts";

/** Currencies as written after a number, in any language; not those that are weights too, nor coins. */
const AFTER =
  /\p{Nd}\s?(?:euros?|eur|dollars?|usd|gbp|quid|dólares|dolares|pesos?|reais|reales|franken|francs?|chf|kr|kronor|kroner|sek|nok|dkk|zł|pln|lei|ron|tl|lira|vnđ|vnd|đồng|ευρώ|ευρω)(?![\p{L}\p{M}\p{Nd}])/iu;
/** Currencies before a number, and words that are prices themselves. */
const BEFORE =
  /(?<![\p{L}\p{Nd}])(?:(?:chf|eur|usd|gbp)\s?\p{Nd}|(?:rs\.?|inr)\s?\p{Nd}{2}|tenner(?!\p{L})|fiver(?!\p{L}))/iu;
/** Without spaces, or with endings. */
const OTHER =
  /\p{Nd}\s?(?:руб(?:\.|л\p{L}*)?(?!\p{L})|р\.(?!\s?[в/])|р(?![\p{L}\p{M}.])|บาท|रुपये|रुपए|रुपया|रु(?![\p{L}\p{M}])|दिरहम|دينار|ريال|درهم|جنيه|يورو|دولار|ليرة)/u;
/** "28,000円", "3万円", "两百块", "3만원". */
const EAST_ASIAN =
  /[\p{Nd}〇一二三四五六七八九十百千万萬两兩](?:円|元(?![素旦宵件首])|[块塊](?=$|[钱錢人一每\p{P}\s]))|\p{Nd}[块塊]|[\p{Nd}만천백](?:원(?![형룸칙피장두목])| 원(?![형룸칙피장두목하해했합할한]))/u;

/** How a language writes prices without a currency. */
const BARE: Partial<Record<Language, RegExp>> = {
  vi:
    /(?<!(?:chạy|ảnh) )(?<![\p{Nd}.])\p{Nd}{2,4}\s?(?:k|nghìn|ngàn)(?![\p{L}\p{M}\p{Nd}])|\p{Nd}\s?đ(?!\p{L})|(?<![\p{Nd}.])[1-9]\p{Nd}{0,2}(?:\.\p{Nd}{3})?\.000(?![.\p{Nd}]|\s(?:km|m|người|học)(?!\p{L}))/iu,
  th: /(?:คน|กล่อง|ชิ้น|ชั่วโมง|ตัว|ชุด|เดือน|คืน|คอร์ส)ละ\s?(?:\p{Nd},)?\p{Nd}{2}/u,
};

/** Whether a text contains a price in figures. */
export function hasPrice(text: string, language: Language): boolean {
  return /\p{Sc}/u.test(text) || AFTER.test(text) || BEFORE.test(text) ||
    OTHER.test(text) || EAST_ASIAN.test(text) ||
    (BARE[language]?.test(text) ?? false);
}
