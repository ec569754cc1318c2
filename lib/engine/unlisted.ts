import type { Language } from "./text/languages.ts";

/** Languages that write compounds as one word. */
export const COMPOUNDING: ReadonlySet<Language> = new Set(
  ["de", "nl", "ko"] as const,
);
/** German and Dutch prefixed verbs are not compounds: "verbringen" has nothing to do with a ring. */
const PREFIXED =
  /^(?:ver|be|ge|er|ent|zer|auf|an|ab|aus|ein|vor|zu|mit|bei|nach|um|unter|uber|her|hin|ont|her|op|af|uit|aan|in|door|over)/;
/**
 * Endings of words that keep the meaning of a shorter word, in languages where others do not: "eleven" has nothing to
 * do with an elevator, "alunecă" with "alune".
 */
const ENDINGS: Partial<Record<Language, RegExp>> = {
  en: /^(?:s|es|ed|er|or|in|ing|i|y|ly|li|ful|ist|ish|al|ic)$/,
  ro: /^(?:al|an|as|ean|ic|ist|ut)$/,
};

/** How many letters an ending beyond the stem may have. */
const ENDING = 3;
/** The shortest beginning of a word that determines its meaning. */
const SHORTEST = 4;
/** Words whose meanings are cached. */
const MAX_CACHED = 20_000;

/** The value of a word's longest listed beginning, if only an ending is left. */
export function byBeginning<T>(
  stem: string,
  language: Language,
  listed: (stem: string) => T | undefined,
): T | undefined {
  for (let cut = 1; cut <= ENDING && stem.length - cut >= SHORTEST; cut++) {
    if (ENDINGS[language]?.test(stem.slice(-cut)) === false) continue;
    const found = listed(stem.slice(0, -cut));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Caches the guessed meanings of unlisted words, so that each is guessed once. */
export class Guesses {
  readonly #known = new Map<string, readonly number[]>();

  /** The meaning of a word, guessed by `guess` if not cached; empty if there is none. */
  get(stem: string, guess: () => readonly number[]): readonly number[] {
    const known = this.#known.get(stem);
    if (known) return known;
    if (this.#known.size > MAX_CACHED) this.#known.clear();
    const found = guess();
    this.#known.set(stem, found);
    return found;
  }
}

/** The ideas of an unlisted word. One part's idea is enough: the other words show what else a text expresses. */
export function guessed(
  stem: string,
  language: Language,
  ideasOf: (part: string) => readonly number[] | undefined,
): number[] {
  const ideas = new Set(
    byBeginning(stem, language, ideasOf),
  );
  if (COMPOUNDING.has(language) && !PREFIXED.test(stem)) {
    for (let cut = 3; stem.length - cut >= 3 && ideas.size < 6; cut++) {
      const end = stem.slice(cut);
      if (end.length >= 4) ideasOf(end)?.forEach((idea) => ideas.add(idea));
      if (cut < 4) continue;
      ideasOf(stem.slice(0, cut))?.forEach((idea) => ideas.add(idea));
    }
  }
  return [...ideas];
}
