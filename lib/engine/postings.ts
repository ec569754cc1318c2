import type { Asked } from "./asked.ts";
import { countOf, docOf, isInTitle, Vocabulary } from "./vocabulary.ts";

type Doc = {
  /** The item of which it is the passage with this number. */
  content_id: string;
  n: number;
  terms: Uint32Array;
  /** Words said. */
  length: number;
  is_gone: boolean;
};

/** Below this many passages rarity says little: there might as well be more. */
const LEAST_PASSAGES = 12;
/** How much more a word counts that is said again, and how much less in a longer passage (BM25's k1 and b). */
const AGAIN = 0.9;
const LONG = 0.5;
/** How much a word counts that is in the title. */
const TITLED = 1.1;

/**
 * Passages by the terms they contain, ranked by BM25 (Robertson and Zaragoza, 2009). Each has a number, in the order
 * in which they were added; a removed one leaves its postings behind until the index is rebuilt.
 */
export class Postings {
  readonly vocabulary: Vocabulary;
  #docs: Doc[] = [];
  #gone = 0;
  #length = 0;

  /** `rowOf` returns the row of a term's vector, -1 for a term without one. */
  constructor(rowOf: (term: string) => number) {
    this.vocabulary = new Vocabulary(rowOf);
  }

  /** How many passages there are. */
  get size(): number {
    return this.#docs.length - this.#gone;
  }

  /** Whether most of what it holds was removed. */
  get isMostlyGone(): boolean {
    return this.#gone > 100 && this.#gone > this.size;
  }

  /** Adds a passage with the terms of its text and of its item's title; returns its number. */
  add(
    { content_id, n }: { content_id: string; n: number },
    body: readonly string[],
    title: readonly string[],
  ): number {
    const number = this.#docs.length;
    const terms = this.vocabulary.add(number, body, title);
    const { length } = body;
    this.#docs.push({ content_id, n, terms, length, is_gone: false });
    this.#length += length;
    return number;
  }

  remove(number: number): void {
    const doc = this.#docs[number];
    doc.is_gone = true;
    this.vocabulary.remove(doc.terms);
    this.#length -= doc.length;
    this.#gone++;
  }

  /** The item that a passage is of, and which of its passages it is. */
  placeOf(number: number): { content_id: string; n: number } {
    return this.#docs[number];
  }

  /** The numbers of all passages. */
  all(): number[] {
    return [...this.#docs.keys()].filter((doc) => !this.#docs[doc].is_gone);
  }

  /** BM25's inverse document frequency of a term that this many passages contain. */
  rarity(spread: number): number {
    const passages = Math.max(this.size, LEAST_PASSAGES, spread);
    return Math.log(1 + (passages - spread + 0.5) / (spread + 0.5));
  }

  /** The passages of the highest scores above 0, the highest first; of equal ones the one that was added first. */
  best(
    asked: readonly Asked[],
    limit: number,
  ): { number: number; score: number }[] {
    const scores = new Float32Array(this.#docs.length);
    const best = new Float64Array(this.#docs.length);
    for (const one of asked) this.#score(one, scores, best);
    return this.#highest(scores, limit).map((number) => ({
      number,
      score: scores[number],
    }));
  }

  #highest(scores: Float32Array, limit: number): number[] {
    const highest: number[] = [];
    for (let doc = 0; doc < scores.length; doc++) {
      const score = scores[doc];
      const least = highest.length < limit ? 0 : scores[highest[limit - 1]];
      if (score <= least || this.#docs[doc].is_gone) continue;
      let place = Math.min(highest.length, limit - 1);
      for (; place > 0 && scores[highest[place - 1]] < score; place--) {
        highest[place] = highest[place - 1];
      }
      highest[place] = doc;
    }
    return highest;
  }

  /**
   * Adds to each passage what it says of one thing asked for: by the best of what may stand for it. `best` holds
   * nothing but zeros, before and after.
   */
  #score({ gains }: Asked, scores: Float32Array, best: Float64Array): void {
    const average = this.#length / Math.max(1, this.size);
    const found: number[] = [];
    for (const [term, most] of gains) {
      for (const posting of this.vocabulary.postings(term)) {
        const doc = docOf(posting);
        const times = countOf(posting) + (isInTitle(posting) ? TITLED : 0);
        const long = 1 - LONG + LONG * this.#docs[doc].length / average;
        const score = most * times * (1 + AGAIN) / (times + AGAIN * long);
        if (best[doc] === 0) found.push(doc);
        if (score > best[doc]) best[doc] = score;
      }
    }
    for (const doc of found) {
      scores[doc] += best[doc];
      best[doc] = 0;
    }
  }
}
