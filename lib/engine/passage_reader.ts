import type { Lexica } from "./lexica.ts";
import { tellsOfLife } from "./personal.ts";
import { ageIdeas } from "./text/ages.ts";
import type { Language } from "./text/languages.ts";
import { cutSentences, type Sentence } from "./text/sentences.ts";
import { tokenize } from "./text/tokens.ts";
import type { Meaning, WordVectors } from "./word_vectors.ts";

/** A text as the engine reads it: its sentences, each with the terms it says. */
export type ReadPassage = {
  sentences: readonly Sentence[];
  /** Stems in order, then ideas, of each sentence. */
  said: readonly (readonly string[])[];
  /** What each sentence means; null where its words have no vectors. */
  meanings: readonly (Meaning | null)[];
  /** What all of it means. */
  meaning: Meaning | null;
  /** How far it tells of a life, 0 to 1. */
  of_life: number;
};

/** Passages remembered; about 3 kB each. */
const MAX_READ = 2_000;

/** How an idea is written among terms. */
export function ideaTerm(number: number): string {
  return `#${number}`;
}

/** The ideas among terms. */
function ideasIn(terms: readonly string[]): number[] {
  return terms.filter((term) => term.startsWith("#"))
    .map((term) => Number(term.slice(1)));
}

/** How a word is written among terms without its accents, which many do not type. */
export function unmarkedTerm(form: string): string {
  return `~${form}`;
}

/** The terms of a text: the stems of its words, but for those that say nothing, in their order, and the ideas it expresses.
 * `rows` takes the vectors of its stems. */
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
      // A word that means too much is like all others.
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
  if (/\p{Sc}/u.test(text)) addIdea(ideas, "price", lexica);
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

function addIdea(ideas: Set<number>, name: string, lexica: Lexica): void {
  const number = lexica.ideaNumber(name);
  if (number !== null) ideas.add(number);
}

/** Reads passages, which takes longer than to rank them, and remembers those that were found last. */
export class PassageReader {
  /** By the text itself, whose hash is known already. */
  #read = new Map<string, { language: Language; read: ReadPassage }>();

  constructor(
    readonly lexica: Lexica,
    private vectors: WordVectors | null = null,
    private max_read = MAX_READ,
  ) {}

  /** The vectors of a text's words, but for those that say nothing. */
  rowsOf(text: string, language: Language): number[] {
    return this.vectors ? this.lexica.of(language).rowsIn(text) : [];
  }

  read(text: string, language: Language): ReadPassage {
    const known = this.#read.get(text);
    if (known?.language === language) {
      // The one that was found last is last.
      this.#read.delete(text);
      this.#read.set(text, known);
      return known.read;
    }
    const sentences = cutSentences(text);
    const said = sentences.map(({ text }) => {
      const { words, ideas } = termsOf(text, language, this.lexica);
      return [...words, ...ideas];
    });
    const rows = sentences.map(({ text }) => this.rowsOf(text, language));
    const read: ReadPassage = {
      sentences,
      said,
      meanings: rows.map((rows) => this.vectors?.meaningOf(rows) ?? null),
      meaning: this.vectors?.meaningOf(rows.flat()) ?? null,
      of_life: tellsOfLife(ideasIn(said.flat()), this.lexica),
    };
    this.#read.set(text, { language, read });
    const [oldest] = this.#read.keys();
    if (this.#read.size > this.max_read) this.#read.delete(oldest);
    return read;
  }
}
