import { withoutChance } from "./text/korean.ts";
import type { Language } from "./text/languages.ts";
import { folded, type Token } from "./text/tokens.ts";

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

/** Those that lie within no longer one: "opening hours", not its "hours". */
export function outermost<T extends Pick<Span, "first" | "last">>(
  spans: readonly T[],
): T[] {
  return spans.filter(({ first, last }) =>
    !spans.some((one) =>
      one.first <= first && last <= one.last &&
      one.last - one.first > last - first
    )
  );
}

/** The places of all words. */
export function placesOf(
  spans: readonly Pick<Span, "first" | "last">[],
): Set<number> {
  return new Set(
    spans.flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, n) => first + n)
    ),
  );
}

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
const PARTICLE =
  /^(?:은|는|이|을|를|에|에서|에는|엔|도|만|로|으로|까지|부터|랑|이랑|과|와|이나|이요|이에요|인데|인데요)$/u;

/** Nouns of one syllable that say what a compound is: "시골빵". */
const HEADS = "[빵꽃떡밭옷값]";
const HEAD = new RegExp(`^${HEADS}$`, "u");

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

/** The most characters of a Korean number word with what it counts, and one before it. */
const MOST_COUNTED = 9;
/** A Korean syllable after a number, but none of the heads above: "동네 개", "천 옷" count nothing. */
const COUNTED = new RegExp(
  String
    .raw`(?:\p{Nd}|(?<!\p{L})(?:(?:[일이삼사오육칠팔구]?[십백천만])+|(?:[백천]|열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)*(?:[한두세네몇열]|다섯|여섯|일곱|여덟|아홉|여러|스무|서른|마흔|쉰|예순|일흔|여든|아흔))) ?(?!${HEADS})\p{sc=Hangul}$`,
  "u",
);
/** Korean as it is typed, with or without spaces between words. */
const KOREAN = /^\p{sc=Hangul}.*\p{sc=Hangul}$/u;
/** The fewest syllables that are one entry with a space between them too: "영업 시간", but not "이 사람" for "이사". */
const LEAST_SPACED = 4;

/** The values of an entry; Korean words may be apart. */
function entryAt<T>(part: string, among: Entries<T>): readonly T[] | undefined {
  const found = among.get(part);
  if (found || !part.includes(" ") || !KOREAN.test(part)) return found;
  const joined = part.replaceAll(" ", "");
  return joined.length < LEAST_SPACED ? undefined : among.get(joined);
}

/**
 * Finds entries anywhere in a folded text; at each character the longest. With `is_nested`, one that begins within
 * another of the same word is left out, since words contain others by chance ("ライン" in "オンライン"), and a word of
 * a longer entry is found too.
 */
export function findCharacters<T>(
  written: string,
  tokens: readonly Token[],
  among: Entries<T>,
  { is_nested = false } = {},
): Found<T>[] {
  let covered = 0;
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
      const found = entryAt(written.slice(start, start + length), among);
      if (!found || !partsAt(written, start + length)) continue;
      const first = places[start];
      const end_at = places[start + length - 1];
      const last = tokens[end_at]?.start < start + length ? end_at : end_at - 1;
      if (first >= tokens.length || last < first) continue;
      // A single character is a word only if the dictionary says so, or before a particle.
      const { start: from, end } = tokens[first];
      if (
        length === 1 && from !== start && !HEAD.test(written[start])
      ) continue;
      // After a number, it counts: "2개" is no dog, "3회" no fish.
      if (
        length === 1 &&
        COUNTED.test(
          written.slice(Math.max(0, start + 1 - MOST_COUNTED), start + 1),
        )
      ) continue;
      if (
        length === 1 && end > start + 1 &&
        !PARTICLE.test(written.slice(start + 1, end))
      ) continue;
      if (is_nested && start < covered) break;
      spans.push({ first, last, found });
      if (first === last) covered = Math.max(covered, start + length);
      if (!is_nested || first === last) break;
    }
  }
  return spans;
}

/**
 * An entry as it is, and as many type it who leave out the spaces; two syllables alone would be found by chance, and a
 * long one is found by `entryAt` wherever the spaces are.
 */
export function withAndWithoutSpaces(entry: string): string[] {
  const joined = entry.replaceAll(" ", "");
  if (joined.length >= LEAST_SPACED && KOREAN.test(entry)) return [joined];
  return joined === entry || joined.length < 3 ? [entry] : [entry, joined];
}

/** Finds entries anywhere in a text of a language whose words are found by their letters. */
export function findByLetters<T>(
  text: string,
  language: Language,
  tokens: readonly Token[],
  among: Entries<T>,
): Found<T>[] {
  const written = folded(text, language);
  const read = language === "ko" ? withoutChance(written) : written;
  // In Chinese, a word within a longer one is part of what that says.
  const is_nested = language !== "zh";
  return findCharacters(read, tokens, among, { is_nested });
}
