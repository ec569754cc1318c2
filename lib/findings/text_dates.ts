import type { Language } from "../engine/text/languages.ts";
import { normalForm } from "../normal_form.ts";

type TextDate = {
  day: number;
  /** 1 to 12. */
  month: number;
  /** Null if not given. */
  year: number | null;
  /** As written, in lower case. */
  text: string;
};

const months = new Map<
  Language,
  { numbers: Map<string, number>; told: RegExp }
>();

/** Finds dates in a lowercase text: with the month as a word, or all in digits, day first if that is ambiguous. */
export function datesIn(text: string, language: Language): TextDate[] {
  const { numbers, told } = monthsOf(language);
  const dates: TextDate[] = [];
  const add = (text: string, y: string | undefined, m: number, d: string) => {
    const [day, year] = [Number(d), y ? Number(y) : null];
    if (m >= 1 && m <= 12 && day >= 1 && day <= 31) {
      dates.push({ day, month: m, year, text });
    }
  };
  for (const [all, d, before, y, after, d2, y2] of text.matchAll(told)) {
    if (before) add(all, y, numbers.get(before) ?? 0, d);
    else add(all, y2, numbers.get(after) ?? 0, d2);
  }
  for (const [all, y, m, d] of text.matchAll(ISO)) add(all, y, Number(m), d);
  for (const [all, d, m, y] of text.matchAll(IN_FIGURES)) {
    if (Number(m) > 12) add(all, y, Number(d), m);
    else add(all, y, Number(m), d);
  }
  return dates;
}

const ISO = /(?<!\p{Nd})(\d{4})-(\d{2})-(\d{2})(?!\p{Nd})/gu;
const IN_FIGURES =
  /(?<![\p{Nd}.])(\d{1,2})[./]\s?(\d{1,2})[./]\s?(\d{4})(?!\p{Nd})/gu;

/** The months a text names without a day, and its years. */
export function timesIn(text: string, language: Language): Set<string> {
  const { numbers } = monthsOf(language);
  let rest = normalForm(text, "NFKC");
  for (const { text } of datesIn(rest.toLowerCase(), language)) {
    const at = rest.toLowerCase().indexOf(text);
    rest = rest.slice(0, at) + rest.slice(at + text.length);
  }
  const times = new Set(rest.match(YEARS));
  for (const [word] of rest.matchAll(/\p{L}{3,}/gu)) {
    const month = numbers.get(word.toLowerCase());
    // English "may" and "march" are verbs unless capitalised.
    if (month && word !== "may" && word !== "march") times.add(`m${month}`);
  }
  return times;
}

const YEARS = /(?<![\p{Nd}.,])(?:19|20)\d{2}(?![\p{Nd}.,]\p{Nd}|\p{Nd})/gu;

function monthsOf(language: Language) {
  const known = months.get(language);
  if (known) return known;
  const numbers = new Map<string, number>();
  for (const named_in of new Set([language, "en"])) {
    for (const style of ["long", "short"] as const) {
      const alone = new Intl.DateTimeFormat(named_in, { month: style });
      const dated = new Intl.DateTimeFormat(named_in, {
        month: style,
        day: "numeric",
      });
      for (let month = 0; month < 12; month++) {
        const date = Date.UTC(2026, month, 15, 12);
        const within = dated.formatToParts(date)
          .find(({ type }) => type === "month")?.value ?? "";
        for (const name of [alone.format(date), within]) {
          const plain = name.toLowerCase().replace(/\.$/, "");
          if (/\p{L}{3}/u.test(plain)) numbers.set(plain, month + 1);
        }
      }
    }
  }
  const any = [...numbers.keys()].sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const told = new RegExp(
    `(?<!\\p{Nd})(\\d{1,2})(?:st|nd|rd|th|\\.|er)?\\s(?:de |of )?(${any})(?!\\p{L})\\.?(?:,?\\s(?:de )?(\\d{4})(?!\\p{Nd}))?|(?<!\\p{L})(${any})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?(?!\\p{Nd})(?:,?\\s(\\d{4})(?!\\p{Nd}))?`,
    "gu",
  );
  const made = { numbers, told };
  months.set(language, made);
  return made;
}
