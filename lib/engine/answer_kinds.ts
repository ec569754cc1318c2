import type { Kind } from "./lexicon_file.ts";
import type { Language } from "./text/languages.ts";
import { hasPrice } from "./text/prices.ts";

/** How likely (0 to 1) a text contains an answer of a kind. */
export function containsKind(
  kind: Kind,
  text: string,
  language: Language,
): number {
  const has_number = /\p{Nd}/u.test(text);
  switch (kind) {
    case "how_much":
      return hasPrice(text, language) || FREE.test(text)
        ? 1
        : has_number
        ? 0.2
        : 0;
    case "when":
      if (CLOCK.test(text) || timesOf(language).test(text)) return 1;
      if (YEAR.test(text)) return 0.9;
      return has_number ? 0.4 : 0;
    case "how_long":
      if (!durationsOf(language).test(text)) return has_number ? 0.2 : 0;
      return has_number || NUMBER_WORDS.test(text) ? 1 : 0.5;
    case "how_far":
      if (has_number && sizesOf(language).test(text)) return 1;
      return has_number ? 0.5 : 0;
    case "how_many":
    case "how_old":
      return has_number ? 1 : NUMBER_WORDS.test(text) ? 0.8 : 0;
    case "who":
    case "where":
      return NAME.test(text) || UNCASED.has(language) ? 1 : 0.2;
    default:
      // Manner and reason have no typical form.
      return 1;
  }
}

/** Languages without capitals to mark names. */
const UNCASED: ReadonlySet<Language> = new Set(
  ["zh", "ja", "ko", "th", "hi", "ar"] as const,
);

const FREE =
  /\b(?:free|gratis|kostenlos|gratuit|gratuito|kosteloos|ücretsiz|miễn phí)\b|бесплатн|免费|無料|무료|ฟรี|δωρεάν|मुफ्त|निःशुल्क|مجان/iu;

const CLOCK =
  /\p{Nd}{1,2}[:.h]\p{Nd}{2}(?!\p{Nd})|\p{Nd}\s*(?:am|pm|a\.m|p\.m|uhr|h\b|час|点|點|時|시|बजे|น\.|giờ)|o'clock|الساع[ةه]/iu;

const YEAR = /(?<!\p{Nd})\p{Nd}{4}(?!\p{Nd})/u;

/** A capitalised word that does not begin the sentence. */
const NAME = /(?<=[^.!?\n]\s["«“(]?)\p{Lu}[\p{L}\p{M}'’-]+/u;

const NUMBER_WORDS =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion|half|third|quarter|percent|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|cien|mil|millon(?:es)?|mitad|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|hundert|tausend|deux|trois|quatre|cinq|sept|huit|neuf|dix|cent|mille|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|cento|dois|duas|três|quatro|sete|oito|dez|twee|drie|vijf|zes|zeven|negen|tien|honderd|două|doi|trei|patru|zece|iki|üç|dört|beş|altı|yedi|sekiz|dokuz|on|yüz|bin|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\b|(?:^|\s)(?:два|две|три|четыр|пять|шесть|семь|восемь|девять|десять|сто|тысяч|миллион|половин|δύο|δυο|τρεις|τρία|τέσσερ|πέντε|έξι|επτά|εφτά|οκτώ|οχτώ|εννέα|εννιά|δέκα|έντεκα|δώδεκα|δεκα|είκοσι|τριάντα|σαράντα|πενήντα|εξήντα|ενενήντα|εκατό|χίλι|μισή|μισό)|[一二三四五六七八九十百千万亿億半两]|(?:^|\s)(?:दो|तीन|चार|पांच|पाँच|छह|सात|आठ|नौ|दस|सौ|हजार|हज़ार|लाख|करोड़|आधा)(?:\s|$)|(?:اثن|ثلاث|اربع|أربع|خمس|ست[ةه]|سبع|ثمان|تسع|عشر|مائة|مئة|ألف|مليون|مليار|نصف)|(?:สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน)|(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?(?:명|개|시간|번|달|주|살)/iu;

const DURATIONS = ["second", "minute", "hour", "day", "week", "month", "year"];
const SIZES = [
  "meter",
  "kilometer",
  "centimeter",
  "millimeter",
  "mile",
  "foot",
  "inch",
  "kilogram",
  "gram",
  "liter",
  "milliliter",
];

const patterns = new Map<string, RegExp>();

function remembered(key: string, words: () => string[]): RegExp {
  let pattern = patterns.get(key);
  if (!pattern) {
    const distinct = [...new Set(words().map((word) => word.trim()))]
      .filter((word) => word.length > 0)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const any = distinct.join("|");
    pattern = new RegExp(`(?<![\\p{L}\\p{M}])(?:${any})`, "iu");
    if (/\p{sc=Han}|\p{sc=Thai}|\p{sc=Hangul}/u.test(any)) {
      pattern = new RegExp(any, "iu");
    }
    patterns.set(key, pattern);
  }
  return pattern;
}

/** The names of units, in each plural form. */
function unitNames(language: Language, units: readonly string[]): string[] {
  return units.flatMap((unit) =>
    [1, 2, 5, 11].flatMap((number) =>
      new Intl.NumberFormat(language, {
        style: "unit",
        unit,
        unitDisplay: "long",
      }).formatToParts(number).filter(({ type }) => type === "unit")
        .map(({ value }) => value)
    )
  );
}

function durationsOf(language: Language): RegExp {
  return remembered(
    `durations ${language}`,
    () => unitNames(language, DURATIONS),
  );
}

function sizesOf(language: Language): RegExp {
  return remembered(
    `sizes ${language}`,
    () => [...unitNames(language, SIZES), "km", "cm", "mm", "kg", "ml", "m²"],
  );
}

/** Further names of days and times of day. */
const OTHER_TIMES: Partial<Record<Language, string>> = {
  el:
    "Δευτέρες Τρίτες Τετάρτες Πέμπτες Παρασκευές Σάββατα Σαββάτου Κυριακές σαββατοκύριακ καθημεριν πρωί μεσημέρι απόγευμα απογεύματα βράδυ Γενάρη Φλεβάρη Μάρτη Απρίλη Μάη Μάιο Ιούνη Ιούλη Ιανουάριο Φεβρουάριο Μάρτιο Απρίλιο Ιούνιο Ιούλιο Αύγουστο Σεπτέμβρ Οκτώβρ Νοέμβρ Δεκέμβρ",
  ja:
    "月曜 火曜 水曜 木曜 金曜 土曜 日曜 平日 週末 土日 祝日 毎日 毎週 毎月 午前 午後 早朝 夕方 上旬 中旬 下旬",
  ko:
    "월요 화요 수요 목요 금요 토요 일요 월욜 화욜 수욜 목욜 금욜 토욜 일욜 주말 평일 공휴일 매일 매주 매달 매월 오전 오후 새벽 아침 저녁 월수금 화목 금토 토일 초순 중순 하순 월말",
  zh:
    "周一 周二 周三 周四 周五 周六 周日 周末 週一 週二 週三 週四 週五 週六 週日 週末 礼拜 禮拜 工作日 平日 每天 每周 每週 每月 上午 下午 晚上 凌晨 中午 月初 月底",
};

/** Days of the week and months, by their names in the language. */
function timesOf(language: Language): RegExp {
  return remembered(`times ${language}`, () => {
    const weekday = new Intl.DateTimeFormat(language, { weekday: "long" });
    const month = new Intl.DateTimeFormat(language, { month: "long" });
    const dated = new Intl.DateTimeFormat(language, {
      month: "long",
      day: "numeric",
    });
    const days = Array.from(
      { length: 7 },
      (_, day) => weekday.format(Date.UTC(2026, 0, 4 + day, 12)),
    );
    const months = Array.from({ length: 12 }, (_, n) => {
      const date = Date.UTC(2026, n, 15, 12);
      const within = dated.formatToParts(date)
        .filter(({ type }) => type === "month").map(({ value }) => value);
      return [month.format(date), ...within];
    });
    // "May" and "mai" are also words; three-letter months say little.
    const others = OTHER_TIMES[language]?.split(" ") ?? [];
    return [...days, ...months.flat(), ...others].filter((name) =>
      name.length > 3 || !/^\p{sc=Latin}+$/u.test(name)
    );
  });
}
