import {
  add as addAlternative,
  addMeant,
  addWritten,
  type Alternatives,
} from "./alternatives.ts";
import { COMPOUNDING, type Lexicon } from "./lexicon.ts";
import type { Lexica } from "./lexica.ts";
import { ageIdea, ideaTerm, unmarkedTerm } from "./passage_reader.ts";
import { namesIn } from "./text/names.ts";
import { type Language, UNSPACED } from "./text/languages.ts";
import { stem } from "./text/stems.ts";
import type { Token } from "./text/tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { WordVectors } from "./word_vectors.ts";

/** Something that is asked for: a word, or words that express one idea. */
export type Asked = {
  form: string;
  stem: string;
  /** How much of a term's rarity counts: 1 for a word of the question that names its subject. */
  share: number;
  /** What can be matched at most: the rarity of the word, or of the best of what may stand for it. */
  weight: number;
  /** What matching a term is worth, at most the weight. */
  gains: ReadonlyMap<string, number>;
  /** The content has the word itself. */
  is_known: boolean;
  /** Too general to name a subject. */
  is_light: boolean;
  /** Written like a name or a number: an answer must be about it. */
  is_name: boolean;
};

/** What a question is read by. */
export type ReadBy = {
  lexica: Lexica;
  vectors: WordVectors | null;
  vocabulary: Vocabulary;
  /** The languages of the content, most used first. */
  languages: readonly Language[];
  /** Inverse document frequency of a term that this many passages contain. */
  rarity: (spread: number) => number;
  /** The vectors of a text's words. */
  rowsOf: (text: string, language: Language) => number[];
  /** Alternatives found before, by language and word. */
  known: Map<string, Alternatives>;
};

/** How surely words of one idea mean the same. */
const ALIKE = 0.72;
const LIGHT = 0.25;
/** What is asked further than this is not read. */
const MOST_ASKED = 40;
/** What may stand for a word only if the word itself is not there. */
const SURE = 0.6;

/** Adds what a text asks for; returns how many of its words name its subject. */
export function addAsked(
  asked: Map<string, Asked>,
  text: string,
  tokens: readonly Token[],
  language: Language,
  share: number,
  by: ReadBy,
): number {
  const spans = by.lexica.of(language)
    ?.spans(text, tokens, { asking: true }) ?? [];
  const sentence: AskedSentence = { text, tokens, language, share, spans };
  return addWords(asked, sentence, by) + addPhrases(asked, sentence, by) +
    addAge(asked, sentence, by);
}

type AskedSentence = {
  text: string;
  tokens: readonly Token[];
  language: Language;
  share: number;
  spans: ReturnType<Lexicon["spans"]>;
};

/** Each word with what may stand for it. */
function addWords(
  asked: Map<string, Asked>,
  { text, tokens, language, share, spans }: AskedSentence,
  by: ReadBy,
): number {
  const lexicon = by.lexica.of(language);
  const names = namesIn(text, language);
  let subjects = 0;
  tokens.forEach((token, place) => {
    if (asked.size >= MOST_ASKED || asked.has(token.stem)) return;
    if (isStop(token, lexicon, language)) return;
    if (/^[@€]$/.test(token.stem)) return;
    const is_light = lexicon?.isLight(token) ?? false;
    // A light word means too many things to stand for one idea.
    const ideas = is_light
      ? []
      : spans.filter((span) => span.first === place && span.last === place)
        .flatMap((span) => span.ideas);
    const found = askedFor(token, ideas, language, by);
    const is_name = names.has(token.form);
    const general = is_light ? LIGHT : generality(token, is_name, by);
    const one = weighed(
      { ...found, is_light, is_name, share: share * general },
      by,
    );
    asked.set(token.stem, one);
    if (!is_light) subjects++;
  });
  return subjects;
}

/** The ideas that several words express together. */
function addPhrases(
  asked: Map<string, Asked>,
  { tokens, share, spans }: AskedSentence,
  by: ReadBy,
): number {
  let subjects = 0;
  for (const { first, last, ideas } of spans) {
    if (first === last) continue;
    const key = ideas.map(ideaTerm).join(" ");
    if (asked.size >= MOST_ASKED || asked.has(key)) continue;
    const form = tokens.slice(first, last + 1).map(({ form }) => form)
      .join(" ");
    asked.set(key, askedIdeas(form, key, ideas, share * 0.8, by));
    subjects++;
  }
  return subjects;
}

/** An age that is asked about, as the idea of its life stage. */
function addAge(
  asked: Map<string, Asked>,
  { text, share }: AskedSentence,
  by: ReadBy,
): number {
  const age = ageIdea(text);
  const number = age && by.lexica.ideaNumber(age);
  if (!number || asked.has(ideaTerm(number))) return 0;
  const key = ideaTerm(number);
  asked.set(key, askedIdeas(String(age), key, [number], share, by));
  return 1;
}

function askedIdeas(
  form: string,
  stem: string,
  ideas: readonly number[],
  share: number,
  by: ReadBy,
): Asked {
  const alternatives: Alternatives = new Map();
  addIdeas(alternatives, ideas, by);
  const kind = { is_known: false, is_light: false, is_name: false };
  return weighed({ form, stem, alternatives, share, ...kind }, by);
}

function isStop(
  token: Token,
  lexicon: Lexicon | null,
  language: Language,
): boolean {
  if (lexicon?.isStop(token)) return true;
  // Lone kana and Thai vowels are particles.
  return UNSPACED.has(language) && /^\p{sc=Hiragana}$/u.test(token.form);
}

function addIdeas(
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

/** What may stand for a word. */
function askedFor(
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
    addWritten(alternatives, token, vocabulary, COMPOUNDING.has(language));
    const row = vectors
      ? language === "en"
        ? vectors.row(token.form)
        : by.lexica.of(language)?.englishRow(token, vectors) ?? -1
      : -1;
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

/** How much a word's rarity here counts: less for one that is frequent everywhere. */
function generality(
  token: Token,
  is_name: boolean,
  { vectors }: ReadBy,
): number {
  if (is_name || !vectors || !/^[a-z]+$/.test(token.form)) return 1;
  const row = vectors.row(token.form);
  if (row < 0) return 1;
  return row < 150 ? 0.5 : row < 600 ? 0.75 : row < 2500 ? 0.9 : 1;
}

function weighed(
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
