import type { Language } from "../engine/text/languages.ts";

/** A number as written in figures; not the minutes of a time. */
export const NUMBER = String
  .raw`(?<![\p{L}\p{Nd}.,]|\p{Nd}:)\p{Nd}+(?:[.,'’\u00a0\u202f ]\p{Nd}+)*`;

/** Small numbers as words, recognised before a unit. */
export const WORDS: Record<string, number> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  zwölf: 12,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  huit: 8,
  neuf: 9,
  dix: 10,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  due: 2,
  tre: 3,
  quattro: 4,
  cinque: 5,
  sei: 6,
  sette: 7,
  otto: 8,
  dieci: 10,
};

/** A language's number words that are safe to read, because they are never another word, as French "neuf" is. */
export const COUNTED: Partial<Record<Language, string[]>> = {
  en: [
    ...["two", "three", "four", "five", "six", "seven", "eight", "nine"],
    ...["ten", "twelve"],
  ],
  de: [
    ...["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"],
    ...["zehn", "zwölf"],
  ],
};

const MINUTES: Record<string, number> = {
  minute: 1,
  hour: 60,
  day: 1_440,
  week: 10_080,
  month: 43_200,
  year: 525_600,
};
const METRES: Record<string, number> = {
  millimeter: 0.001,
  centimeter: 0.01,
  meter: 1,
  kilometer: 1_000,
  mile: 1_609,
};
/** Common spellings where Intl has only one; "m" alone is a metre. */
const ALSO: Record<string, [kind: string, times: number]> = {
  m: ["length", 1],
  metre: ["length", 1],
  metres: ["length", 1],
  kilometre: ["length", 1_000],
  kilometres: ["length", 1_000],
  litre: ["volume", 1],
  litres: ["volume", 1],
};
const GRAMS: Record<string, number> = { gram: 1, kilogram: 1_000 };
const LITRES: Record<string, number> = { milliliter: 0.001, liter: 1 };

type Unit = { kind: string; times: number };

const units = new Map<Language, { by_name: Map<string, Unit>; told: RegExp }>();

/** A language's names of units, in each plural form. */
export function unitsOf(language: Language) {
  const known = units.get(language);
  if (known) return known;
  const by_name = new Map<string, Unit>();
  for (
    const [kind, sizes] of [
      ["duration", MINUTES],
      ["length", METRES],
      ["weight", GRAMS],
      ["volume", LITRES],
    ] as const
  ) {
    for (const [unit, times] of Object.entries(sizes)) {
      for (const unitDisplay of ["long", "short"] as const) {
        const format = new Intl.NumberFormat(language, {
          style: "unit",
          unit,
          unitDisplay,
        });
        for (const n of [1, 2, 5, 11]) {
          const name = format.formatToParts(n)
            .filter(({ type }) => type === "unit")
            .map(({ value }) => value).join("").trim().toLowerCase();
          // "m" is a metre, a minute and a million.
          if (name.length > 1) by_name.set(name, { kind, times });
        }
      }
    }
  }
  for (const [name, [kind, times]] of Object.entries(ALSO)) {
    by_name.set(name, { kind, times });
  }
  const names = [...by_name.keys()].sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const before = [NUMBER, ...Object.keys(WORDS).map((w) => `(?<!\\p{L})${w}`)]
    .join("|");
  // In "two business days" the word between is skipped.
  const told = new RegExp(
    `(${before})(?:[\\s-]+(?:business|working|full|calendar))?[\\s-]?(${
      names.join("|")
    })(?!\\p{L})`,
    "gu",
  );
  const made = { by_name, told };
  units.set(language, made);
  return made;
}
