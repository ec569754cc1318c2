import { type Hint, readHint } from "./answer_kinds.ts";
import { type AskedWord, readQuestion } from "./question.ts";
import { synonyms } from "./text/synonyms.ts";
import { fold } from "./text/words.ts";

/** A question read for what it asks, whichever words it uses. */
export type AskedQuestion = {
  /** Its letters and digits: the same for two that differ in case, marks and blanks only. */
  plain: string;
  kind: string | null;
  /** Its words by stem. Empty where none of them names a subject: then only its letters tell what it asks. */
  words: ReadonlyMap<string, AskedWord>;
};

/** Kinds of answers that questions in other words ask for alike: "when" and "what time", "how much" and "cost". */
const KINDS: Partial<Record<Hint, string>> = {
  date: "time",
  price: "number",
  length: "number",
  heat: "number",
};

/** So many words tell what a question asks, and so many UTF-16 units hold them. */
const MAX_WORDS = 40;
const MAX_UNITS = 400;
/** A word as far as it is counted: a character where words are not parted. */
const COUNTED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]+/gu;

/** What a word counts that says no more than the kind of answer: "cost" in "what does it cost". */
const IMPLIED = 0.2;

/** Reads the first 40 words of a question; what follows counts letter by letter only. */
export function readAsked(text: string): AskedQuestion {
  const start = startOf(text);
  // No content is looked at: every word counts the same, but for those of little meaning.
  const { asked, hint, bare } = readQuestion(
    start,
    [],
    () => ({ idf: 1, unknown: true }),
  );
  const kind = kindOf(hint);
  const words = bare
    ? []
    : asked.map((word) =>
      kind !== null && kindOf(readHint(word.form)) === kind
        ? { ...word, share: IMPLIED }
        : word
    );
  return {
    plain: plainOf(start) + text.slice(start.length),
    kind,
    words: new Map(
      words.slice(0, MAX_WORDS).map((word) => [word.stem, word]),
    ),
  };
}

function startOf(text: string): string {
  const start = text.slice(0, MAX_UNITS);
  let count = 0;
  for (const { index } of start.matchAll(COUNTED)) {
    if (count++ === MAX_WORDS) return start.slice(0, index);
  }
  return start;
}

function kindOf(hint: Hint | null): string | null {
  return hint && (KINDS[hint] ?? hint);
}

/** A question as the title of a pair: one line of at most 200 characters. */
export function asTitle(question: string): string {
  return question.replace(/[\p{Cc}\s]+/gu, " ").trim().slice(0, 200)
    .toWellFormed().trim();
}

/** A text's letters and digits, folded, with a blank between words. */
export function plainOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
}

/**
 * How far two questions ask the same, 0 to 1. Where each says something that the other does not, they ask for
 * different things ("lessons for adults", "lessons for children"), however much they share; so they do where
 * numbers differ or what kind of answer is wanted.
 */
export function sameness(a: AskedQuestion, b: AskedQuestion): number {
  if (a.plain === b.plain) return 1;
  if (a.kind !== b.kind || a.words.size === 0 || b.words.size === 0) return 0;
  const [one, other] = [covered(a, b), covered(b, a)];
  return Math.max(one, other) === 1 ? Math.min(one, other) : 0;
}

/** The share of a question's words that another says too, or others for them; 0 where a number is missing. */
function covered(asked: AskedQuestion, by: AskedQuestion): number {
  let said = 0;
  let all = 0;
  for (const { stem, alike, share } of asked.words.values()) {
    all += share;
    if (by.words.has(stem) || saysOneOf(by, alike)) said += share;
    else if (/\p{N}/u.test(stem)) return 0;
  }
  return all === 0 ? 0 : said / all;
}

function saysOneOf(by: AskedQuestion, alike: ReadonlySet<string>): boolean {
  if (alike.size === 0) return false;
  for (const stem of by.words.keys()) if (alike.has(stem)) return true;
  return false;
}

/** Questions that a question is compared with at most: those that share its rarest words. */
const MAX_COMPARED = 200;

/**
 * Questions, each with what stands for it, found by another that asks the same. Of several that are as like, the
 * last in `order` is found. Finding one takes bounded time, however many there are and however alike.
 */
export class AskedQuestions<T> {
  readonly #by_plain = new Map<string, T[]>();
  readonly #by_stem = new Map<string, Set<T>>();
  /** Each under one word of its own, the one that fewest others had. */
  readonly #by_rarest = new Map<string, Set<T>>();
  readonly #asked = new Map<T, { asked: AskedQuestion; rarest: string }>();

  constructor(private order: (a: T, b: T) => number) {}

  get size(): number {
    return this.#asked.size;
  }

  add(asked: AskedQuestion, value: T): void {
    const rarest = this.#rarest(asked);
    this.#asked.set(value, { asked, rarest });
    insert(this.#by_plain, asked.plain, value, this.order);
    for (const stem of asked.words.keys()) put(this.#by_stem, stem, value);
    put(this.#by_rarest, rarest, value);
  }

  delete(value: T): void {
    const known = this.#asked.get(value);
    if (!known) return;
    const { asked, rarest } = known;
    this.#asked.delete(value);
    const alike = this.#by_plain.get(asked.plain) ?? [];
    alike.splice(alike.indexOf(value), 1);
    if (alike.length === 0) this.#by_plain.delete(asked.plain);
    for (const stem of asked.words.keys()) take(this.#by_stem, stem, value);
    take(this.#by_rarest, rarest, value);
  }

  /** What stands for the question that is most like it; null below `least`. */
  find(asked: AskedQuestion, least: number): T | null {
    const plain = this.#by_plain.get(asked.plain)?.at(-1);
    if (plain !== undefined) return plain;
    let best: { value: T; score: number } | null = null;
    for (const value of this.#near(asked)) {
      const known = this.#asked.get(value);
      const score = known ? sameness(known.asked, asked) : 0;
      const is_better = !best || score > best.score ||
        (score === best.score && this.order(best.value, value) < 0);
      if (score >= least && is_better) best = { value, score };
    }
    return best?.value ?? null;
  }

  #count(stem: string): number {
    return this.#by_stem.get(stem)?.size ?? 0;
  }

  #rarest(asked: AskedQuestion): string {
    let rarest = "";
    for (const stem of asked.words.keys()) {
      if (!rarest || this.#count(stem) < this.#count(rarest)) rarest = stem;
    }
    return rarest;
  }

  /**
   * Those that may ask the same. Of two that do, one says all that the other says: either it holds each word of this
   * question, its rarest too, or this one holds all of its words, the rarest of those too.
   */
  #near(asked: AskedQuestion): Set<T> {
    const ways = [...asked.words.keys()]
      .map((stem) => [stem, ...synonyms(stem)]);
    const often = (stems: string[]) =>
      stems.reduce((sum, stem) => sum + this.#count(stem), 0);
    const counted = ways.map((stems) => ({ stems, count: often(stems) }))
      .sort((a, b) => a.count - b.count);
    const near = new Set<T>();
    const look = (sets: Map<string, Set<T>>, stems: string[]) => {
      for (const stem of stems) {
        for (const value of sets.get(stem) ?? []) {
          if (near.size >= MAX_COMPARED) return;
          near.add(value);
        }
      }
    };
    look(this.#by_stem, counted[0]?.stems ?? []);
    for (const { stems } of counted) look(this.#by_rarest, stems);
    return near;
  }
}

function put<T>(sets: Map<string, Set<T>>, key: string, value: T): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}

function take<T>(sets: Map<string, Set<T>>, key: string, value: T): void {
  const set = sets.get(key);
  set?.delete(value);
  if (set?.size === 0) sets.delete(key);
}

/** Keeps what stands under a key in order. What is added last mostly comes last. */
function insert<T>(
  lists: Map<string, T[]>,
  key: string,
  value: T,
  order: (a: T, b: T) => number,
): void {
  const list = lists.get(key) ?? [];
  const before = list.findLastIndex((one) => order(one, value) <= 0);
  list.splice(before + 1, 0, value);
  lists.set(key, list);
}
