import { AGE_PATTERNS, type AgePatterns } from "./age_patterns.ts";
import { westernDigits } from "./digits.ts";
import type { Language } from "./languages.ts";

/** Ideas that an age in a text stands for, by name. */
type AgeIdea =
  | "child"
  | "teenager"
  | "adult"
  | "senior"
  | "minimum_age";

const WITH_UNIT =
  /(?<!\p{Nd})(\p{Nd}{1,2})(?:\s*-?\s*(?:yr|year|yo\b|y\/o|jähr|jahre? alt|ans\b|años|anos\b|anni\b|лет|год|歳|才|岁|歲|살|साल|سنوات|سنة|عام|yaş|ετών|χρον|ani\b|tuổi|ขวบ|ปี|jaar))/iu;

type AgeReader = {
  numbers: readonly RegExp[];
  years: RegExp;
  thresholds: readonly RegExp[];
  people: readonly RegExp[];
};

const readers = new Map(
  Object.entries(AGE_PATTERNS).map(([language, patterns]) =>
    [language as Language, readerOf(patterns)] as const
  ),
);

function readerOf(
  { numbers, years, thresholds, people }: AgePatterns,
): AgeReader {
  const words = numbers.split(" ");
  const pattern = (part: string) =>
    new RegExp(
      part.replaceAll("{n}", `(\\p{Nd}{1,2}|${words.join("|")})`),
      "iu",
    );
  return {
    numbers: words.map((word) => new RegExp(`^${word}$`, "iu")),
    years: years ? pattern(years) : WITH_UNIT,
    thresholds: thresholds.map(pattern),
    people: people.map(pattern),
  };
}

/** An age as written in a text, and the ideas it stands for. */
export type Age = { written: string; ideas: AgeIdea[] };

/** The age in a text, such as "my 6 yr old"; null if there is none. */
export function ageIn(text: string, language: Language): Age | null {
  const start = westernDigits(text.slice(0, 2_000));
  const reader = readers.get(language);
  if (!reader) {
    const written = WITH_UNIT.exec(start)?.[1] ?? "";
    const ideas = written ? stageOf(Number(written), false) : [];
    return ideas.length > 0 ? { written, ideas } : null;
  }
  for (const pattern of [reader.years, ...reader.thresholds]) {
    const written = pattern.exec(start)?.[1];
    if (written) return ageOf(written, reader, false);
  }
  for (const pattern of reader.people) {
    const written = pattern.exec(start)?.[1];
    if (written) return ageOf(written, reader, true);
  }
  return null;
}

/** The ideas of an age in a text; empty if there is none. */
export function ageIdeas(text: string, language: Language): AgeIdea[] {
  return ageIn(text, language)?.ideas ?? [];
}

function ageOf(written: string, reader: AgeReader, is_person: boolean): Age {
  const stage = stageOf(yearsOf(written, reader), is_person);
  return { written, ideas: [...stage, "minimum_age"] };
}

function yearsOf(number: string, { numbers }: AgeReader): number {
  const word = numbers.findIndex((one) => one.test(number));
  return word >= 0 ? word + 2 : Number(number);
}

/** The stage of life at an age. "Adult" applies only if a person is meant. */
function stageOf(years: number, is_person: boolean): AgeIdea[] {
  if (Number.isNaN(years)) return [];
  if (years <= 12) return ["child"];
  if (years <= 17) return ["teenager"];
  if (years >= 65) return ["senior"];
  return is_person ? ["adult"] : [];
}
