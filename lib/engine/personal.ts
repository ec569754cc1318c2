import type { Lexica } from "./lexica.ts";

/**
 * Ideas that people ask a creator about as a person, and that are biographical enough to tell that an item is about
 * one.
 */
const PERSONAL = [
  "biography",
  "born",
  "career_path",
  "childhood",
  "education_degree",
  "experience_years",
  "hometown",
  "how_old",
  "live_where",
  "marriage_spouse",
  "nationality",
  "pet_own",
  "previous_job",
  "qualification",
  "why_started",
];
/** How many of them make a text fully biographical. */
const WHOLE = 5;

const known = new WeakMap<Lexica, ReadonlySet<number>>();

/** The numbers of the biographical ideas. */
function personalIdeas(lexica: Lexica): ReadonlySet<number> {
  let found = known.get(lexica);
  if (!found) {
    found = new Set(PERSONAL.flatMap((name) => lexica.ideaNumber(name) ?? []));
    known.set(lexica, found);
  }
  return found;
}

/** Whether a question with these ideas asks about somebody as a person. */
export function isPersonal(ideas: readonly number[], lexica: Lexica): boolean {
  const personal = personalIdeas(lexica);
  return ideas.some((idea) => personal.has(idea));
}

/** How biographical a text with these ideas is, 0 to 1. */
export function lifeScore(ideas: readonly number[], lexica: Lexica): number {
  const personal = personalIdeas(lexica);
  const said = new Set(ideas.filter((idea) => personal.has(idea)));
  return Math.min(1, said.size / WHOLE);
}
