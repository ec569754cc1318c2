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

/** What a word counts that says no more than the kind of answer: "cost" in "what does it cost". */
const IMPLIED = 0.2;

export function readAsked(text: string): AskedQuestion {
  // No content is looked at: every word counts the same, but for those of little meaning.
  const { asked, hint, bare } = readQuestion(
    text,
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
    plain: plainOf(text),
    kind,
    words: new Map(words.map((word) => [word.stem, word])),
  };
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
    const is_said = by.words.has(stem) ||
      Array.from(by.words.keys()).some((other) => alike.has(other));
    if (is_said) said += share;
    else if (/\p{N}/u.test(stem)) return 0;
  }
  return all === 0 ? 0 : said / all;
}

/**
 * Questions, each with what stands for it, found by another that asks the same. Of several that are as like, the
 * last in `order` is found.
 */
export class AskedQuestions<T> {
  readonly #by_plain = new Map<string, T[]>();
  readonly #by_stem = new Map<string, Set<T>>();
  readonly #asked = new Map<T, AskedQuestion>();

  constructor(private order: (a: T, b: T) => number) {}

  get size(): number {
    return this.#asked.size;
  }

  add(asked: AskedQuestion, value: T): void {
    this.#asked.set(value, asked);
    const alike = this.#by_plain.get(asked.plain) ?? [];
    this.#by_plain.set(asked.plain, [...alike, value].sort(this.order));
    for (const stem of asked.words.keys()) {
      const values = this.#by_stem.get(stem) ?? new Set();
      this.#by_stem.set(stem, values.add(value));
    }
  }

  delete(value: T): void {
    const asked = this.#asked.get(value);
    if (!asked) return;
    this.#asked.delete(value);
    const alike = this.#by_plain.get(asked.plain)?.filter((v) => v !== value);
    if (alike?.length) this.#by_plain.set(asked.plain, alike);
    else this.#by_plain.delete(asked.plain);
    for (const stem of asked.words.keys()) {
      const values = this.#by_stem.get(stem);
      values?.delete(value);
      if (values?.size === 0) this.#by_stem.delete(stem);
    }
  }

  /** What stands for the question that is most like it; null below `least`. */
  find(asked: AskedQuestion, least: number): T | null {
    const plain = this.#by_plain.get(asked.plain)?.at(-1);
    if (plain !== undefined) return plain;
    let best: { value: T; score: number } | null = null;
    for (const value of this.#near(asked, least)) {
      const known = this.#asked.get(value);
      const score = known ? sameness(known, asked) : 0;
      const is_better = !best || score > best.score ||
        (score === best.score && this.order(best.value, value) < 0);
      if (score >= least && is_better) best = { value, score };
    }
    return best?.value ?? null;
  }

  /**
   * Those that may be alike enough: they say at least `least` of the question, so they hold one of any words of it
   * that are more than the rest. The rarest are looked up.
   */
  #near(asked: AskedQuestion, least: number): Set<T> {
    const words = [...asked.words.values()].map(({ stem, share }) => {
      const sets = [stem, ...synonyms(stem)]
        .flatMap((said) => this.#by_stem.get(said) ?? []);
      const count = sets.reduce((sum, { size }) => sum + size, 0);
      return { share, sets, count };
    }).sort((a, b) => a.count - b.count);
    let left = words.reduce((sum, { share }) => sum + share, 0);
    const needed = least * left;
    const near = new Set<T>();
    for (const { share, sets } of words) {
      if (left < needed) break;
      for (const set of sets) for (const value of set) near.add(value);
      left -= share;
    }
    return near;
  }
}
