import { outermost, type Span } from "./entries.ts";
import type { Kind } from "./lexicon_file.ts";
import type { Lexica } from "./lexica.ts";
import { bare, fold } from "./text/fold.ts";
import type { Language } from "./text/languages.ts";
import { type Token, tokenize } from "./text/tokens.ts";

/** A word of a question, and the terms that can express it: its stem and its ideas. */
type AskedWord = { share: number; terms: readonly string[] };

/** A question analysed for what it asks, whatever the wording. */
export type AskedQuestion = {
  /** Its letters and digits: equal for two that differ only in case, punctuation and spaces. */
  plain: string;
  /** The kinds of answers it asks for; empty if it asks for none in particular. */
  kind: string;
  /** Its words by stem. Empty if none names a subject: then only its letters identify it. */
  words: ReadonlyMap<string, AskedWord>;
  /** The terms of all of its words. */
  terms: ReadonlySet<string>;
};

/** What question words ask for. Some languages have one word for several: then an idea says which. */
const KIND_OF_WORD: Partial<Record<Kind, string>> = {
  how_much: "price",
  how_long: "duration",
};

const CLOSED = "closed";

/** Ideas whose words only say what kind of thing is asked for. */
const KIND_OF_IDEA: Readonly<Record<string, string>> = {
  price: "price",
  duration: "duration",
  since_when: "since",
  experience_years: "since",
  opening_hours: "when",
  address: "where",
  closed_day: CLOSED,
};

/** What the question word asks for, whatever else is said. */
const DEFINITE: ReadonlySet<Kind> = new Set(["where", "who", "why", "how_old"]);

/** The term of stop words that ask for the opposite: "with a dog", "without a dog". */
const OPPOSITE = "?without";
const WITHOUT =
  /^(?:without|ohne|sin|sans|senza|sem|zonder|без|χωρις|fara|olmadan|بدون|बिना|ไม่มี|なし|無し|없이|없는)$/u;

/** Ideas whose words all ask the same. Those of others name different things: two countries, two dances. */
const SYNONYMOUS: ReadonlySet<string> = new Set([
  "book_reserve",
  "cancel",
  "contact",
  "gift_voucher",
  "parking",
  "refund",
  "reschedule",
  "shipping",
]);

/** How many words, and UTF-16 units, of a question are read; the rest hardly changes what it asks. */
const MAX_WORDS = 40;
const MAX_UNITS = 400;
/** What counts as one word: a single character if words are not separated. */
const COUNTED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]+/gu;

/** The weight of a general word: with one subject, a single one makes another question. */
const LIGHT = 0.3;

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
  const nameOf = (idea: number) => lexica.ideaName(idea);
  const ideasOf = (token: Token) =>
    lexicon.spans(start, [token], { asking: true })
      .flatMap(({ ideas }) => ideas.map(nameOf));
  const tokens = tokenize(start, language);
  const spans = lexicon.spans(start, tokens, { asking: true });
  const words = new Map<string, AskedWord>();
  let subjects = 0;
  const kinds = kindsIn(spans, nameOf);
  for (const [place, token] of tokens.entries()) {
    if (words.size === MAX_WORDS) break;
    if (WITHOUT.test(fold(token.form))) {
      words.set(OPPOSITE, { share: 1, terms: [OPPOSITE] });
      continue;
    }
    if (lexicon.isStop(token)) continue;
    const is_light = lexicon.isLight(token);
    const ideas = spans.filter(({ first, last }) =>
      first <= place && place <= last
    ).flatMap(({ ideas }) => ideas.map(nameOf));
    // Words that only name the kind of answer are skipped, but not those that a phrase has besides.
    const isOfKind = kindsOf(ideas).length > 0 &&
      (is_light ||
        kindsOf(ideasOf(token)).length > 0);
    if (isOfKind) continue;
    if (!is_light) subjects++;
    const share = is_light ? LIGHT : 1;
    // A number matches only itself.
    const is_plain = is_light || /^\p{Nd}/u.test(token.stem);
    const alike = is_plain ? [] : ideas.filter((idea) => SYNONYMOUS.has(idea));
    // A word beside another does not mean what both mean: "student discount".
    const own = alike.length > 0 ? new Set(ideasOf(token)) : NONE;
    const synonyms = alike.filter((idea) => own.has(idea));
    words.set(token.stem, { share, terms: [token.stem, ...synonyms] });
  }
  const [asks] = lexicon.asking(start, tokens).kinds;
  if (asks && (kinds.size === 0 || DEFINITE.has(asks))) {
    kinds.add(KIND_OF_WORD[asks] ?? asks);
  }
  const kind = [...kinds].sort().join(" ");
  if (subjects === 0 && kind) {
    words.set(kind, { share: 1, terms: [`?${kind}`] });
    subjects = 1;
  }
  const told = subjects > 0 ? words : new Map<string, AskedWord>();
  return {
    plain: bare(start) + text.slice(start.length),
    kind,
    words: told,
    terms: new Set(Array.from(told.values()).flatMap(({ terms }) => terms)),
  };
}

/** The kinds of answers that words name. */
function kindsIn(
  spans: readonly Span[],
  nameOf: (idea: number) => string,
): Set<string> {
  const named = spans.map((span) => ({
    ...span,
    kinds: kindsOf(span.ideas.map(nameOf)),
  })).filter(({ kinds }) => kinds.length > 0);
  const told = new Set(outermost(named).flatMap(({ kinds }) => kinds));
  // "When do you close?" asks for the hours, but not for those of "When do you open?".
  if (named.some(({ kinds }) => kinds.includes(CLOSED))) told.add(CLOSED);
  return told;
}

/** The kinds of answers that words of these ideas ask for. Words for paying ask how, not how much. */
function kindsOf(ideas: readonly string[]): string[] {
  if (ideas.includes("pay")) return [];
  return ideas.flatMap((idea) => KIND_OF_IDEA[idea] ?? []);
}

const NONE: ReadonlySet<string> = new Set();

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
 * The share of a question's words that another question covers, literally or by other words; 0 if a number or
 * "without" is missing.
 */
function covered(asked: AskedQuestion, by: AskedQuestion): number {
  let said = 0;
  let all = 0;
  for (const [stem, { share, terms }] of asked.words) {
    all += share;
    if (terms.some((term) => by.terms.has(term))) said += share;
    else if (stem === OPPOSITE || /\p{N}/u.test(stem)) return 0;
  }
  return all === 0 ? 0 : said / all;
}
