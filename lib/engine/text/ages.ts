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

const WORDS =
  "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    .split(" ");
const NUMBER = `(\\d{1,2}|${WORDS.join("|")})`;
/** Minimum and maximum ages: "under-tens", "over 12s", "aged 7", "six and up", "18+". */
const THRESHOLDS = [
  `\\b(?:under|over)[ -]?${NUMBER}['’]?e?s\\b`,
  `\\b(?:age|ages|aged|from age|from the age of)[ -]${NUMBER}\\b`,
  `\\b${NUMBER} (?:and|or|&) (?:up|over|older|upwards?|above|under|younger)\\b`,
  `\\b${NUMBER} (?:up|upwards)(?=[.,;]|$)`,
  `\\b${NUMBER}\\+`,
].map((pattern) => new RegExp(pattern, "i"));
/** Somebody's age without "years": "im 66", "my kid is 10 can he come". */
const BARE = new RegExp(
  `(?:\\b(?:i am|i['’]?m|he['’]?s|she['’]?s|turn(?:ed|ing|s)|` +
    `(?:he|she|who|kid|child|son|daughter|boy|girl|lad|grandson|granddaughter|nephew|niece|brother|sister|mum|mom|mother|dad|father|gran|nan) is) ` +
    `(?:only |just |nearly |almost |now )?)${NUMBER}` +
    `(?=$|[?!.,;)]| (?:can|is|and|but|so|do|does|will|would|too|am|next|now|if|are|should|could|what|ok|okay)\\b)`,
  "i",
);

/** The ideas of an age in a text, such as "my 6 yr old"; empty if there is none. */
export function ageIdeas(text: string, language: Language): AgeIdea[] {
  const start = text.slice(0, 2_000);
  const years = yearsOf(WITH_UNIT.exec(start)?.[1]);
  if (language !== "en") return stageOf(years, false);
  if (years !== null) return [...stageOf(years, false), "minimum_age"];
  for (const threshold of THRESHOLDS) {
    const from = yearsOf(threshold.exec(start)?.[1]);
    if (from !== null) return [...stageOf(from, false), "minimum_age"];
  }
  const age = yearsOf(BARE.exec(start)?.[1]);
  return age === null ? [] : [...stageOf(age, true), "minimum_age"];
}

function yearsOf(number: string | undefined): number | null {
  if (number === undefined) return null;
  const word = WORDS.indexOf(number.toLowerCase());
  return word >= 0 ? word + 2 : Number(number);
}

/** The stage of life at an age. "Adult" applies only if a person is meant. */
function stageOf(years: number | null, is_person: boolean): AgeIdea[] {
  if (years === null || Number.isNaN(years)) return [];
  if (years <= 12) return ["child"];
  if (years <= 17) return ["teenager"];
  if (years >= 65) return ["senior"];
  return is_person ? ["adult"] : [];
}
