import { westernDigits } from "../engine/text/digits.ts";
import type { Language } from "../engine/text/languages.ts";
import { datesIn } from "./text_dates.ts";
import { COUNTED, NUMBER, unitsOf, WORDS } from "./units.ts";
import { normalForm } from "../normal_form.ts";

/** The figures in a sentence: values by kind (`price EUR`, `percent`, `clock`, `duration`, `date`, …). */
export type SentenceFigures = Map<string, Set<string>>;

/** Currencies by their signs and names. */
const CURRENCIES: Record<string, string> = {
  "€": "EUR",
  "$": "USD",
  "£": "GBP",
  "¥": "JPY",
  "₹": "INR",
  "₽": "RUB",
  "₺": "TRY",
  "₩": "KRW",
  "zł": "PLN",
  euro: "EUR",
  euros: "EUR",
  eur: "EUR",
  dollar: "USD",
  dollars: "USD",
  usd: "USD",
  pound: "GBP",
  pounds: "GBP",
  gbp: "GBP",
  chf: "CHF",
  franken: "CHF",
  francs: "CHF",
  yen: "JPY",
  jpy: "JPY",
  pln: "PLN",
  kr: "SEK",
  sek: "SEK",
};

/** Whether a text may contain figures at all. */
export function mayContainFigures(text: string): boolean {
  return FIGURE_HINT.test(text);
}

const FIGURE_HINT = new RegExp(
  `\\p{Nd}|(?<!\\p{L})(?:${Object.keys(WORDS).join("|")})(?!\\p{L})`,
  "iu",
);

/** The figures in a sentence, and the sentence without them. */
export function figuresIn(
  sentence: string,
  language: Language,
): { told: SentenceFigures; rest: string } {
  const told: SentenceFigures = new Map();
  const note = (kind: string, value: string | number) => {
    const values = told.get(kind) ?? new Set();
    told.set(kind, values.add(String(value)));
    return " ";
  };
  let rest = normalForm(sentence, "NFKC").toLowerCase();
  rest = rest.replace(/https?:\/\/\S+|\S+@\S+/gu, " ");
  for (const { day, month, year, text } of datesIn(rest, language)) {
    note("date", `${month}-${day}`);
    if (year) note("year", year);
    rest = rest.replace(text, " ");
  }
  rest = rest.replace(PHONE, (_, number) => note("phone", digits(number)));
  rest = rest.replace(PRICE, (_, sign, after, before, name) => {
    const currency = CURRENCIES[sign ?? name] ?? "";
    return note(`price ${currency}`, amount(after ?? before));
  });
  rest = rest.replace(PERCENT, (_, number) => note("percent", amount(number)));
  const { by_name, told: quantity } = unitsOf(language);
  rest = rest.replace(quantity, (all, number, name) => {
    const unit = by_name.get(name);
    const n = WORDS[number] ?? amount(number);
    return unit ? note(unit.kind, n * unit.times) : all;
  });
  rest = rest.replace(
    CLOCK,
    (all, hour, minute, half) => {
      if (!minute && !half) return all;
      const noon = /^p/.test(half ?? "") && Number(hour) < 12 ? 12 : 0;
      const midnight = /^a/.test(half ?? "") && Number(hour) === 12 ? -12 : 0;
      return note(
        "clock",
        (Number(hour) + noon + midnight) * 60 + Number(minute ?? 0),
      );
    },
  );
  rest = rest.replace(COUNT, (_, number) => note("number", amount(number)));
  const counted = COUNTED[language]?.join("|");
  if (counted) {
    const words = new RegExp(`(?<!\\p{L})(${counted})(?=\\s\\p{L})`, "gu");
    rest = rest.replace(words, (_, word) => note("number", WORDS[word]));
  }
  return { told, rest };
}

const PHONE =
  /(?<![\p{L}\p{Nd}])(\+?\(?\p{Nd}[\p{Nd} ()/\u00a0-]{6,}\p{Nd})(?![\p{Nd}%€$£]|[.,:]\p{Nd})/gu;
const PRICE = new RegExp(
  String
    .raw`(\p{Sc}|\b(?:eur|usd|gbp|chf|jpy|pln|sek))\s?(${NUMBER})(?!\p{Nd})|(${NUMBER})(?:[.,]-|\s)?\s?(\p{Sc}|zł|(?:euros?|eur|dollars?|usd|pounds?|gbp|chf|franken|francs|yen|jpy|pln|kr|sek)(?!\p{L}))`,
  "gu",
);
const PERCENT = new RegExp(
  String
    .raw`(${NUMBER})\s?(?:%|percent\b|per cent\b|prozent\b|pour cent\b|por ciento\b|per cento\b|procent)`,
  "gu",
);
const CLOCK =
  /(?<![\p{Nd}.,:])(\p{Nd}{1,2})(?:[:.h]([0-5]\p{Nd}))?(?:\s?(am|pm|a\.m\.?|p\.m\.?|uhr|o'clock)(?!\p{L}))?(?![\p{Nd}%])/gu;
const COUNT = new RegExp(`(${NUMBER})`, "gu");

/** "1,000" and "1.000" are a thousand, "4,90" and "4.90" are not. */
export function amount(text: string): number {
  const plain = digits(text, true).replace(/['’\s]/g, "");
  const cents = /[.,](\d{1,2})$/.exec(plain);
  const whole = (cents ? plain.slice(0, cents.index) : plain)
    .replace(/[.,]/g, "");
  return Number(cents ? `${whole}.${cents[1]}` : whole);
}

function digits(text: string, with_signs = false): string {
  const western = westernDigits(text);
  return with_signs ? western : western.replace(/\D/g, "");
}
