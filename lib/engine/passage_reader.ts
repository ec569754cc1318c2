import type { Lexica } from "./lexica.ts";
import { containsKind } from "./answer_kinds.ts";
import { lifeScore } from "./personal.ts";
import { hasAddress } from "./text/addresses.ts";
import { ageIdeas } from "./text/ages.ts";
import type { Language } from "./text/languages.ts";
import { hasPrice } from "./text/prices.ts";
import { cutSentences, type Sentence } from "./text/sentences.ts";
import { tokenize } from "./text/tokens.ts";
import type { Meaning, WordVectors } from "./word_vectors.ts";

/** An analysed text: its sentences, each with its terms. */
export type ReadPassage = {
  sentences: readonly Sentence[];
  /** The stems of each sentence in order, then its ideas. */
  said: readonly (readonly string[])[];
  /** The meaning of each sentence; null if its words have no vectors. */
  meanings: readonly (Meaning | null)[];
  /** The meaning of the whole text. */
  meaning: Meaning | null;
  /** How biographical it is, 0 to 1. */
  of_life: number;
};

/** Cached passages; about 3 kB each. */
const MAX_READ = 2_000;

/** "Since 2009", in each language. */
const SINCE_YEAR =
  /(?<![\p{L}\p{M}])(?:since|seit|desde|depuis|dal|dall'|sinds|din|с|από το|منذ|từ năm)\s(?:19|20)\p{Nd}{2}(?=\s*(?:[.,;:!?)–]|$|года|г\.))|ตั้งแต่ปี\s?(?:19|20|25)\p{Nd}{2}|(?:19|20)\p{Nd}{2}(?:'?[dt][ae]n beri|년부터|年から|年起|年以来)|(?:从|自)(?:19|20)\p{Nd}{2}年/iu;

/** How an idea is written as a term. */
export function ideaTerm(number: number): string {
  return `#${number}`;
}

/** The ideas among terms. */
function ideasIn(terms: readonly string[]): number[] {
  return terms.filter((term) => term.startsWith("#"))
    .map((term) => Number(term.slice(1)));
}

/** How an unaccented word is written as a term; many do not type accents. */
export function unmarkedTerm(form: string): string {
  return `~${form}`;
}

/**
 * The terms of a text: the stems of its words in order, stop words omitted, and the ideas it expresses. `rows`
 * collects the vector rows of its stems.
 */
export function termsOf(
  text: string,
  language: Language,
  lexica: Lexica,
  vectors: WordVectors | null = null,
  rows = new Map<string, number>(),
): { words: string[]; ideas: string[] } {
  const tokens = tokenize(text, language);
  const lexicon = lexica.of(language);
  if (vectors) {
    for (const token of tokens) {
      // A word with too many meanings is similar to all others.
      if (rows.has(token.stem) || lexicon.isLight(token)) continue;
      const row = lexicon.rowOf(token);
      if (row >= 0) rows.set(token.stem, row);
    }
  }
  const spans = lexicon.spans(text, tokens);
  const ideas = new Set(spans.flatMap((span) => span.ideas));
  if (/@\S+\.\p{L}/u.test(text)) {
    addIdea(ideas, "email", lexica);
    addIdea(ideas, "contact", lexica);
  }
  if (/(?<![\p{L}\p{Nd}])\+?\p{Nd}[\p{Nd}\s/().-]{7,}\p{Nd}/u.test(text)) {
    addIdea(ideas, "phone", lexica);
    addIdea(ideas, "contact", lexica);
  }
  if (/https?:\/\/|www\./.test(text)) addIdea(ideas, "website", lexica);
  if (hasPrice(text, language)) addIdea(ideas, "price", lexica);
  if (hasAddress(text)) addIdea(ideas, "address", lexica);
  if (SINCE_YEAR.test(text)) addIdea(ideas, "since_when", lexica);
  // "Friday to Sunday, ten to four", but not "when I was ten".
  const is_dated = /\p{Nd}/u.test(text) ||
    ["weekday", "weekend"].some((name) => hasIdea(ideas, name, lexica));
  if (is_dated && containsKind("when", text, language) === 1) {
    addIdea(ideas, "schedule", lexica);
  }
  for (const age of ageIdeas(text, language)) addIdea(ideas, age, lexica);
  const unmarked = language === "vi"
    ? tokens.filter(({ form, stem }) => form !== stem)
      .map(({ form }) => unmarkedTerm(form))
    : [];
  return {
    words: tokens.filter((token) => !lexicon.isStop(token))
      .map(({ stem }) => stem),
    ideas: [...Array.from(ideas, ideaTerm), ...unmarked],
  };
}

function hasIdea(
  ideas: ReadonlySet<number>,
  name: string,
  lexica: Lexica,
): boolean {
  return ideas.has(lexica.ideaNumber(name) ?? -1);
}

function addIdea(ideas: Set<number>, name: string, lexica: Lexica): void {
  const number = lexica.ideaNumber(name);
  if (number !== null) ideas.add(number);
}

type Known = { language: Language; read: ReadPassage };

/** Analyses passages, which takes longer than ranking them, and caches the most recently found. */
export class PassageReader {
  /** Keyed by the text itself, whose hash is already known. */
  #recent = new Map<string, Known>();
  /** Those before them; one that is found again becomes recent. */
  #older = new Map<string, Known>();

  constructor(
    readonly lexica: Lexica,
    private vectors: WordVectors | null = null,
  ) {}

  /** The vector rows of a text's words, stop words omitted. */
  rowsOf(text: string, language: Language): number[] {
    return this.vectors ? this.lexica.of(language).rowsIn(text) : [];
  }

  read(text: string, language: Language): ReadPassage {
    const recent = this.#recent.get(text);
    if (recent?.language === language) return recent.read;
    const older = this.#older.get(text);
    const read = older?.language === language
      ? older.read
      : this.#read(text, language);
    if (this.#recent.size >= MAX_READ / 2) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(text, { language, read });
    return read;
  }

  #read(text: string, language: Language): ReadPassage {
    const sentences = cutSentences(text);
    const said = sentences.map(({ text }) => {
      const { words, ideas } = termsOf(text, language, this.lexica);
      return [...words, ...ideas];
    });
    const rows = sentences.map(({ text }) => this.rowsOf(text, language));
    return {
      sentences,
      said,
      meanings: rows.map((rows) => this.vectors?.meaningOf(rows) ?? null),
      meaning: this.vectors?.meaningOf(rows.flat()) ?? null,
      of_life: lifeScore(ideasIn(said.flat()), this.lexica),
    };
  }
}
