import {
  add as addAlternative,
  addMeant,
  addWritten,
  type Alternatives,
} from "./alternatives.ts";
import { COMPOUNDING } from "./unlisted.ts";
import type { Lexica } from "./lexica.ts";
import { ideaTerm, unmarkedTerm } from "./passage_reader.ts";
import type { Language } from "./text/languages.ts";
import { stem } from "./text/stems.ts";
import type { Token } from "./text/tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { WordVectors } from "./word_vectors.ts";

/** A term of the question: a word, or words that express one idea. */
export type Asked = {
  form: string;
  stem: string;
  /** The weight of a term's rarity: 1 for a word of the question that names its subject. */
  share: number;
  /** The most a match can gain: the rarity of the word, or of its best alternative. */
  weight: number;
  /** The gain of matching each term, at most the weight. */
  gains: ReadonlyMap<string, number>;
  /** The content contains the word itself. */
  is_known: boolean;
  /** Too general to name a subject. */
  is_light: boolean;
  /** Ideas that several words express together, or an age: surer than those of one word. */
  is_phrase: boolean;
  /** Written like a name or a number: an answer must be about it. */
  is_name: boolean;
};

/** What analysing a question needs. */
export type ReadBy = {
  lexica: Lexica;
  vectors: WordVectors | null;
  vocabulary: Vocabulary;
  /** The languages of the content, most used first. */
  languages: readonly Language[];
  /** Inverse document frequency of a term contained in this many passages. */
  rarity: (spread: number) => number;
  /** The vectors of a text's words. */
  rowsOf: (text: string, language: Language) => number[];
  /** Cached alternatives, by language and word. */
  known: Map<string, Alternatives>;
};

/** How surely words of one idea mean the same. */
export const ALIKE = 0.72;
/** Alternatives less sure than this count only if the word itself is missing. */
const SURE = 0.6;

/** Adds the terms that match these ideas and related ones. */
export function addIdeas(
  found: Alternatives,
  ideas: readonly number[],
  { lexica }: ReadBy,
): void {
  for (const idea of ideas) {
    addAlternative(found, ideaTerm(idea), ALIKE);
    for (const [other, likeness] of lexica.related(idea)) {
      addAlternative(found, ideaTerm(other), likeness);
    }
  }
}

/** A word of the question with its alternatives. */
export function askedFor(
  token: Token,
  ideas: readonly number[],
  language: Language,
  by: ReadBy,
): Pick<Asked, "form" | "stem" | "is_known"> & { alternatives: Alternatives } {
  const { vocabulary, vectors } = by;
  const key = `${language} ${token.form}`;
  let alternatives = by.known.get(key);
  if (!alternatives) {
    alternatives = new Map();
    addAlternative(alternatives, token.stem, 1);
    for (const other of by.languages) {
      if (other !== language) {
        addAlternative(alternatives, stem(token.form, other), 0.95);
      }
    }
    if (by.languages.includes("vi")) {
      addAlternative(alternatives, unmarkedTerm(token.form), 0.6);
    }
    const row = by.lexica.of(language).rowOf(token);
    addWritten(alternatives, token, vocabulary, {
      has_compounds: COMPOUNDING.has(language),
      is_word: row >= 0,
    });
    if (vectors) addMeant(alternatives, row, vocabulary, vectors);
    by.known.set(key, alternatives);
  }
  const all = new Map(alternatives);
  addIdeas(all, ideas, by);
  for (const term of all.keys()) {
    if (vocabulary.spread(term) === 0) all.delete(term);
  }
  return {
    form: token.form,
    stem: token.stem,
    alternatives: all,
    is_known: vocabulary.spread(token.stem) > 0,
  };
}

/** How much a word's rarity counts: less for a word that is frequent everywhere. */
export function generality(
  token: Token,
  is_name: boolean,
  { vectors }: ReadBy,
): number {
  if (is_name || !vectors || !/^[a-z]+$/.test(token.form)) return 1;
  const row = vectors.row(token.form);
  if (row < 0) return 1;
  return row < 150 ? 0.5 : row < 600 ? 0.75 : row < 2500 ? 0.9 : 1;
}

/** A term of the question, with the weight of its best match. */
export function weighed(
  { alternatives, ...asked }: Omit<Asked, "weight" | "gains"> & {
    alternatives: Alternatives;
  },
  by: ReadBy,
): Asked {
  const { is_known, share } = asked;
  let weight = is_known ? by.rarity(by.vocabulary.spread(asked.stem)) : 0;
  if (!is_known) {
    for (const [term, likeness] of alternatives) {
      if (likeness < SURE) continue;
      weight = Math.max(weight, by.rarity(by.vocabulary.spread(term)));
    }
    if (weight === 0) weight = by.rarity(0);
  }
  const gains = new Map<string, number>();
  for (const [term, likeness] of alternatives) {
    const rarity = by.rarity(by.vocabulary.spread(term));
    gains.set(term, share * Math.min(weight, likeness * rarity));
  }
  return { ...asked, gains, weight: weight * share };
}
