import { type AskedQuestion, sameness } from "./paraphrases.ts";

/** The most questions to compare with: those that share the rarest words. */
const MAX_COMPARED = 200;

/**
 * Finds stored questions that ask the same as a new one, with their values. Among equal matches the last in `order`
 * wins. A lookup takes bounded time, however many questions there are and however similar.
 */
export class AskedQuestions<T> {
  readonly #by_plain = new Map<string, T[]>();
  readonly #by_term = new Map<string, Set<T>>();
  /** Indexes each under the terms of one of its words: the one that fewest others had. */
  readonly #by_rarest = new Map<string, Set<T>>();
  readonly #asked = new Map<
    T,
    { asked: AskedQuestion; rarest: readonly string[] }
  >();

  constructor(private order: (a: T, b: T) => number) {}

  get size(): number {
    return this.#asked.size;
  }

  add(asked: AskedQuestion, value: T): void {
    const rarest = this.#byRarity(asked)[0] ?? [];
    this.#asked.set(value, { asked, rarest });
    insert(this.#by_plain, asked.plain, value, this.order);
    for (const term of asked.terms) put(this.#by_term, term, value);
    for (const term of rarest) put(this.#by_rarest, term, value);
  }

  delete(value: T): void {
    const known = this.#asked.get(value);
    if (!known) return;
    const { asked, rarest } = known;
    this.#asked.delete(value);
    const alike = this.#by_plain.get(asked.plain) ?? [];
    alike.splice(alike.indexOf(value), 1);
    if (alike.length === 0) this.#by_plain.delete(asked.plain);
    for (const term of asked.terms) take(this.#by_term, term, value);
    for (const term of rarest) take(this.#by_rarest, term, value);
  }

  /** The value of the most similar question; null below `least`. */
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

  /** The terms of each word, rarest word first. */
  #byRarity(asked: AskedQuestion): (readonly string[])[] {
    const often = (terms: readonly string[]) =>
      terms.reduce((sum, t) => sum + (this.#by_term.get(t)?.size ?? 0), 0);
    return Array.from(asked.words.values(), ({ terms }) => terms)
      .map((terms) => ({ terms, count: often(terms) }))
      .sort((a, b) => a.count - b.count).map(({ terms }) => terms);
  }

  /**
   * Candidates that may ask the same. Of two such questions, one contains all that the other says: either the
   * candidate contains every word of this question, including its rarest, or this question contains all the
   * candidate's words, including their rarest.
   */
  #near(asked: AskedQuestion): Set<T> {
    const near = new Set<T>();
    const look = (sets: Map<string, Set<T>>, terms: readonly string[]) => {
      for (const term of terms) {
        for (const value of sets.get(term) ?? []) {
          if (near.size >= MAX_COMPARED) return;
          near.add(value);
        }
      }
    };
    const words = this.#byRarity(asked);
    look(this.#by_term, words[0] ?? []);
    for (const terms of words) look(this.#by_rarest, terms);
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

/** Inserts in order. New entries usually belong at the end. */
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
