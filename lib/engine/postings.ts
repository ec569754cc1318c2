import type { Asked } from "./asked.ts";
import { countOf, docOf, isInTitle, Vocabulary } from "./vocabulary.ts";

type Doc = {
  /** The item whose passage this is, and its number there. */
  content_id: string;
  n: number;
  terms: Uint32Array;
  /** The number of words. */
  length: number;
  is_gone: boolean;
};

/** Buffers in which ranking adds up scores; recreated when passages change. */
type Sums = {
  scores: Float32Array;
  /** All zeros, except while one term is being added. */
  best: Float64Array;
  /** The passages that contain the current term. */
  found: Uint32Array;
  /** Length normalisation per passage. */
  long: Float64Array;
};

/** Below this many passages rarity says little: there might as well be more. */
const LEAST_PASSAGES = 12;
/** How much repetition counts, and how much a longer passage is penalised (BM25's k1 and b). */
const AGAIN = 0.9;
const LONG = 0.5;
/** The weight of a word in the title. */
const TITLED = 1.1;

/**
 * Passages indexed by term, ranked by BM25 (Robertson and Zaragoza, 2009). Each has a number in order of insertion; a
 * removed one leaves its postings behind until the index is rebuilt.
 */
export class Postings {
  readonly vocabulary: Vocabulary;
  #docs: Doc[] = [];
  #gone = 0;
  #length = 0;
  #sums: Sums | null = null;

  /** `rowOf` returns the row of a term's vector, -1 for a term without one. */
  constructor(rowOf: (term: string) => number) {
    this.vocabulary = new Vocabulary(rowOf);
  }

  /** The number of passages. */
  get size(): number {
    return this.#docs.length - this.#gone;
  }

  /** Whether most entries have been removed. */
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
    this.#sums = null;
    return number;
  }

  remove(number: number): void {
    const doc = this.#docs[number];
    doc.is_gone = true;
    this.vocabulary.remove(doc.terms);
    this.#length -= doc.length;
    this.#gone++;
    this.#sums = null;
  }

  /** The item of a passage, and its position there. */
  placeOf(number: number): { content_id: string; n: number } {
    return this.#docs[number];
  }

  /** The numbers of all passages. */
  all(): number[] {
    return [...this.#docs.keys()].filter((doc) => !this.#docs[doc].is_gone);
  }

  /** BM25's inverse document frequency of a term contained in this many passages. */
  rarity(spread: number): number {
    const passages = Math.max(this.size, LEAST_PASSAGES, spread);
    return Math.log(1 + (passages - spread + 0.5) / (spread + 0.5));
  }

  /** The passages with the highest scores above 0, highest first; ties in order of insertion. */
  best(
    asked: readonly Asked[],
    limit: number,
  ): { number: number; score: number }[] {
    const sums = this.#sums ??= this.#newSums();
    const { scores } = sums;
    scores.fill(0);
    for (const one of asked) this.#score(one, sums);
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

  #newSums(): Sums {
    const docs = this.#docs.length;
    const average = this.#length / Math.max(1, this.size);
    return {
      scores: new Float32Array(docs),
      best: new Float64Array(docs),
      found: new Uint32Array(docs),
      long: Float64Array.from(
        this.#docs,
        ({ length }) => AGAIN * (1 - LONG + LONG * length / average),
      ),
    };
  }

  /** Adds each passage's score for one term: that of the best alternative it contains. */
  #score({ gains }: Asked, { scores, best, found, long }: Sums): void {
    let count = 0;
    for (const [term, most] of gains) {
      const postings = this.vocabulary.postings(term);
      for (let n = 0; n < postings.length; n++) {
        const posting = postings[n];
        const doc = docOf(posting);
        const times = countOf(posting) + (isInTitle(posting) ? TITLED : 0);
        const score = most * times * (1 + AGAIN) / (times + long[doc]);
        if (score <= best[doc]) continue;
        if (best[doc] === 0) found[count++] = doc;
        best[doc] = score;
      }
    }
    for (let n = 0; n < count; n++) {
      const doc = found[n];
      scores[doc] += best[doc];
      best[doc] = 0;
    }
  }
}
