import type { Kind } from "./lexicon_file.ts";
import type { Lexica } from "./lexica.ts";
import { ideaTerm } from "./passage_reader.ts";
import { bare } from "./text/fold.ts";
import type { Language } from "./text/languages.ts";
import { tokenize } from "./text/tokens.ts";

/** A word of a question, and the terms that can express it: its stem and its ideas. */
type AskedWord = { share: number; terms: readonly string[] };

/** A question analysed for what it asks, whatever the wording. */
export type AskedQuestion = {
  /** Its letters and digits: equal for two that differ only in case, punctuation and spaces. */
  plain: string;
  kind: string | null;
  /** Its words by stem. Empty if none names a subject: then only its letters identify it. */
  words: ReadonlyMap<string, AskedWord>;
  /** The terms of all of its words. */
  terms: ReadonlySet<string>;
};

/** Kinds of answers that differently worded questions ask for alike. */
const KINDS: Partial<Record<Kind, string>> = {
  how_much: "number",
  how_many: "number",
  how_long: "number",
  how_far: "number",
  how_old: "number",
};

/** Ideas whose words only say what kind of thing is asked for. */
const KIND_OF_IDEA: Readonly<Record<string, string>> = {
  price: "number",
  duration: "number",
  opening_hours: "when",
  address: "where",
};

/** How many words, and UTF-16 units, of a question are read; the rest hardly changes what it asks. */
const MAX_WORDS = 40;
const MAX_UNITS = 400;
/** What counts as one word: a single character if words are not separated. */
const COUNTED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]+/gu;

/** The weight of a general word if no other says more. */
const LIGHT = 0.2;

/** The language of a question whose own is unclear. */
const LIKELY: Language = "en";

/** Analyses the first 40 words of a question; the rest is only compared letter by letter. */
export function readAsked(
  text: string,
  lexica: Lexica,
  likely: Language = LIKELY,
): AskedQuestion {
  const start = startOf(text);
  const language = lexica.detect(start) ?? likely;
  const lexicon = lexica.of(language);
  const tokens = tokenize(start, language);
  const spans = lexicon.spans(start, tokens, { asking: true });
  const words = new Map<string, AskedWord>();
  let subjects = 0;
  const [asks] = lexicon.kinds(start, tokens);
  let kind: string | undefined = asks && (KINDS[asks] ?? asks);
  for (const [place, token] of tokens.entries()) {
    if (words.size === MAX_WORDS) break;
    if (lexicon.isStop(token)) continue;
    const is_light = lexicon.isLight(token);
    const ideas = spans.filter(({ first, last }) =>
      first <= place && place <= last
    ).flatMap(({ ideas }) => ideas.map(ideaTerm));
    const implied = ideas.map((idea) =>
      KIND_OF_IDEA[lexica.ideaName(Number(idea.slice(1)))]
    ).find(Boolean);
    if (!is_light) kind ??= implied;
    // Words that only name the kind of answer are skipped.
    if (implied) continue;
    if (!is_light) subjects++;
    const share = is_light ? LIGHT : 1;
    // A number matches only itself.
    const is_plain = is_light || /^\p{Nd}/u.test(token.stem);
    const terms = is_plain ? [token.stem] : [token.stem, ...ideas];
    words.set(token.stem, { share, terms });
  }
  if (subjects > 0) {
    for (const [stem, { share }] of words) {
      if (share === LIGHT) words.delete(stem);
    }
  } else if (kind) {
    words.clear();
    words.set(kind, { share: 1, terms: [`?${kind}`] });
    subjects = 1;
  }
  const told = subjects > 0 ? words : new Map<string, AskedWord>();
  return {
    plain: bare(start) + text.slice(start.length),
    kind: kind ?? null,
    words: told,
    terms: new Set(Array.from(told.values()).flatMap(({ terms }) => terms)),
  };
}

/** Cached questions; about 5 kB each. */
const MAX_CACHED = 2_000;

/** Analyses questions that recur often, caching the most recent ones. */
export class AskedReader {
  readonly #read = new Map<string, AskedQuestion>();

  constructor(private lexica: Lexica) {}

  /** Loads what reading a question needs while serving others: the first in a language would block for 100 ms. */
  async prepare(text: string, breathe: () => Promise<void>): Promise<void> {
    if (this.#read.has(text)) return;
    const language = this.lexica.detect(startOf(text)) ?? LIKELY;
    await this.lexica.prepare(language, breathe);
  }

  read(text: string): AskedQuestion {
    const read = this.#read.get(text) ?? readAsked(text, this.lexica);
    // Mark it as the most recently used.
    this.#read.delete(text);
    this.#read.set(text, read);
    const [oldest] = this.#read.keys();
    if (this.#read.size > MAX_CACHED) this.#read.delete(oldest);
    return read;
  }
}

function startOf(text: string): string {
  const start = text.slice(0, MAX_UNITS);
  let count = 0;
  for (const { index } of start.matchAll(COUNTED)) {
    if (count++ === MAX_WORDS) return start.slice(0, index);
  }
  return start;
}

/** A question as the title of a pair: one line of at most 200 characters. */
export function asTitle(question: string): string {
  return question.replace(/[\p{Cc}\s]+/gu, " ").trim().slice(0, 200)
    .toWellFormed().trim();
}

/**
 * How similar two questions are, 0 to 1. If each says something the other does not, they ask for different things
 * ("lessons for adults", "lessons for children"), however much they share; likewise if numbers or kinds of answers
 * differ.
 */
export function sameness(a: AskedQuestion, b: AskedQuestion): number {
  if (a.plain === b.plain) return 1;
  if (a.kind !== b.kind || a.words.size === 0 || b.words.size === 0) return 0;
  const [one, other] = [covered(a, b), covered(b, a)];
  return Math.max(one, other) === 1 ? Math.min(one, other) : 0;
}

/**
 * The share of a question's words that another question covers, literally or by other words; 0 if a number is
 * missing.
 */
function covered(asked: AskedQuestion, by: AskedQuestion): number {
  let said = 0;
  let all = 0;
  for (const [stem, { share, terms }] of asked.words) {
    all += share;
    if (terms.some((term) => by.terms.has(term))) said += share;
    else if (/\p{N}/u.test(stem)) return 0;
  }
  return all === 0 ? 0 : said / all;
}
