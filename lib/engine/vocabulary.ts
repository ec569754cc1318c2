/** A posting is one number: the passage, whether its title has the term, and how often its text does, up to 31. */
const COUNT = 31;
const TITLE = 32;
const DOC_BITS = 6;

export function docOf(posting: number): number {
  return posting >>> DOC_BITS;
}

export function countOf(posting: number): number {
  return posting & COUNT;
}

export function isInTitle(posting: number): boolean {
  return (posting & TITLE) !== 0;
}

/** An inverted index of terms to passages. Removing only marks postings; compacting drops them. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly terms: string[] = [];
  /** The vector row of each term's word; -1 without one. */
  readonly rows: number[] = [];
  /** The passages of each term in order, with count and position. */
  readonly #postings: number[][] = [];
  readonly #by_letter = new Map<number, string[]>();
  readonly #spread: number[] = [];

  /** How many passages contain a term; 0 if none. */
  spread(term: string): number {
    const number = this.#numbers.get(term);
    return number === undefined ? 0 : this.#spread[number];
  }

  /** The terms with the same beginning. */
  beginningAs(term: string): readonly string[] {
    return this.#by_letter.get(term.charCodeAt(0)) ?? [];
  }

  /** Adds a passage's terms; passages must come in ascending order. Returns the numbers of the terms. */
  add(
    doc: number,
    body: readonly string[],
    title: readonly string[],
  ): Uint32Array {
    const said = new Map<number, number>();
    for (const term of body) {
      const number = this.#number(term);
      const so_far = said.get(number) ?? 0;
      if (so_far < COUNT) said.set(number, so_far + 1);
    }
    for (const term of title) {
      const number = this.#number(term);
      said.set(number, (said.get(number) ?? 0) | TITLE);
    }
    for (const [number, count] of said) {
      this.#postings[number].push((doc << DOC_BITS) + count);
      this.#spread[number]++;
    }
    return Uint32Array.from(said.keys());
  }

  /** Subtracts a passage's terms from the counts; its postings stay until the index is rebuilt. */
  remove(terms: Uint32Array): void {
    for (const number of terms) this.#spread[number]--;
  }

  /** A posting per passage containing a term, including removed ones, in order. */
  postings(term: string): readonly number[] {
    const number = this.#numbers.get(term);
    return number === undefined ? [] : this.#postings[number];
  }

  constructor(private rowOf: (term: string) => number = () => -1) {}

  #number(term: string): number {
    let number = this.#numbers.get(term);
    if (number === undefined) {
      number = this.terms.length;
      this.#numbers.set(term, number);
      this.terms.push(term);
      this.rows.push(this.rowOf(term));
      const letter = term.charCodeAt(0);
      const others = this.#by_letter.get(letter);
      if (others) others.push(term);
      else this.#by_letter.set(letter, [term]);
      this.#postings.push([]);
      this.#spread.push(0);
    }
    return number;
  }
}
