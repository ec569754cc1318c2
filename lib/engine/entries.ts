import type { Token } from "./text/tokens.ts";

/** Splits a list at ", ". */
export function entries(list: string): string[] {
  return list.split(/,\s*/).map((entry) => entry.trim()).filter(Boolean);
}

/** The most words per entry; longer ones are never looked up. */
const MOST_WORDS = 5;
/** The most characters per entry in a language without spaces. */
const MOST_CHARACTERS = 20;

/** The words `first` to `last` of a text, and the values they lead to. */
export type Found<T> = { first: number; last: number; found: readonly T[] };

/** The words `first` to `last`, which express ideas. */
export type Span = { first: number; last: number; ideas: readonly number[] };

/** Maps entries of one or more words to values, each listed once. */
export class Entries<T> {
  readonly #values = new Map<string, readonly T[]>();
  /** One list per value: most entries have a single value and share its list. */
  readonly #lists = new Map<T, readonly T[]>();
  /** The length of the longest entry beginning with a word, or with two; only for entries longer than that. */
  readonly #longest = new Map<string, number>();

  /** Also has the entries of `base`. */
  constructor(private base?: Entries<T>) {}

  get(entry: string): readonly T[] | undefined {
    return this.#values.get(entry) ?? this.base?.get(entry);
  }

  /** Adds a value under an entry, whose words are separated by spaces. */
  add(entry: string, value: T): void {
    const values = this.get(entry);
    if (values?.includes(value)) return;
    this.#values.set(entry, values ? [...values, value] : this.#listOf(value));
    if (values) return;
    const words = entry.split(" ");
    if (words.length === 1) return;
    this.#begin(words[0], words.length);
    if (words.length > 2) this.#begin(`${words[0]} ${words[1]}`, words.length);
  }

  #listOf(value: T): readonly T[] {
    const list = this.#lists.get(value) ?? [value];
    this.#lists.set(value, list);
    return list;
  }

  #begin(words: string, length: number): void {
    this.#longest.set(words, Math.max(length, this.longestFrom(words)));
  }

  /** The most words in an entry beginning with this word, or these two: no more need to be looked at. */
  longestFrom(words: string): number {
    const longest = this.#longest.get(words) ?? 1;
    return Math.max(longest, this.base?.longestFrom(words) ?? 1);
  }
}

/**
 * Finds entries of one or more words; at each word the longest. `like` finds a substitute for a word that is not an
 * entry.
 */
export function findWords<T>(
  tokens: readonly Token[],
  among: Entries<T>,
  word: (token: Token) => string,
  like?: (token: Token) => readonly T[] | undefined,
): Found<T>[] {
  const spans: Found<T>[] = [];
  tokens.forEach((token, first) => {
    let key = word(token);
    let best: Found<T> | null = null;
    let most = Math.min(MOST_WORDS, among.longestFrom(key));
    for (let last = first;;) {
      const found = among.get(key) ??
        (last === first ? like?.(token) : undefined);
      if (found) best = { first, last, found };
      if (++last >= Math.min(tokens.length, first + most)) break;
      key += " " + word(tokens[last]);
      if (last === first + 1) most = Math.min(most, among.longestFrom(key));
    }
    // A word of a longer entry may still mean something on its own.
    if (best) spans.push(best);
  });
  return spans;
}

/** Syllables that are almost always Korean particles. */
const PARTICLE = /^(?:은|는|을|를|에|에서|에는|도|로|으로|까지|부터)$/u;

const DIGIT = /^\p{Nd}$/u;
const LATIN = /^\p{sc=Latin}$/u;
/** Thai vowels that belong to the next consonant, and signs that belong to the one before. */
const THAI_LEADS = /^[เแโใไ]$/u;
const THAI_FOLLOWS = /^[\u0E30-\u0E3A\u0E45\u0E47-\u0E4E]$/u;

/** Whether a text may be split here: not within a number, a Latin word, or a Thai syllable. */
function partsAt(text: string, place: number): boolean {
  const before = text[place - 1] ?? "";
  const after = text[place] ?? "";
  if (DIGIT.test(before) && DIGIT.test(after)) return false;
  if (LATIN.test(before) && LATIN.test(after)) return false;
  return !THAI_LEADS.test(before) && !THAI_FOLLOWS.test(after);
}

/** Finds entries anywhere in a folded text; at each character the longest. */
export function findCharacters<T>(
  written: string,
  tokens: readonly Token[],
  among: Entries<T>,
): Found<T>[] {
  const spans: Found<T>[] = [];
  /** Maps each place to the token that ends there. */
  const places: number[] = [];
  for (let at = 0, n = 0; at < written.length; at++) {
    while (n < tokens.length && tokens[n].end <= at) n++;
    places.push(n);
  }
  for (let start = 0; start < written.length; start++) {
    if (!partsAt(written, start)) continue;
    const most = Math.min(MOST_CHARACTERS, written.length - start);
    for (let length = most; length > 0; length--) {
      const found = among.get(written.slice(start, start + length));
      if (!found || !partsAt(written, start + length)) continue;
      const first = places[start];
      const end_at = places[start + length - 1];
      const last = tokens[end_at]?.start < start + length ? end_at : end_at - 1;
      if (first >= tokens.length || last < first) continue;
      // A single character is a word only if the dictionary says so, or before a particle.
      const { start: from, end } = tokens[first];
      if (length === 1 && from !== start) continue;
      if (
        length === 1 && end > start + 1 &&
        !PARTICLE.test(written.slice(start + 1, end))
      ) continue;
      spans.push({ first, last, found });
      break;
    }
  }
  return spans;
}
