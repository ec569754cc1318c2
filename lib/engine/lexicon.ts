import {
  Entries,
  entries,
  findByLetters,
  findWords,
  type Found,
  placesOf,
  type Span,
  withAndWithoutSpaces,
} from "./entries.ts";
import { Glossary } from "./glossary.ts";
import {
  type Asking,
  type Kind,
  KINDS,
  type LexiconFile,
  type Say,
} from "./lexicon_file.ts";
import { joins } from "./joining.ts";
import { separated } from "./separated.ts";
import { fold } from "./text/fold.ts";
import { FOUND_BY_LETTERS, type Language, UNSPACED } from "./text/languages.ts";
import { folded, type Token, tokenize } from "./text/tokens.ts";
import { koreanForms } from "./text/korean_forms.ts";
import { isKoreanCounter, isKoreanFunction } from "./text/korean.ts";
import { isUnmarked, unmarkedEntry } from "./text/vietnamese.ts";
import { guessed, Guesses } from "./unlisted.ts";
import type { WordVectors } from "./word_vectors.ts";

/** Languages whose general words express an idea on their own too. */
const LIGHT_SPEAKS: ReadonlySet<Language> = new Set(["de", "fr", "ru", "th"]);

/** The words of one language, by meaning. */
export class Lexicon {
  readonly language: Language;
  readonly say: Readonly<Record<Say, string>>;
  readonly #stop: ReadonlySet<string>;
  readonly #light: ReadonlySet<string>;
  readonly #ideas = new Entries<number>();
  /** Also has the words that only askers use. */
  readonly #asked = new Entries<number>(this.#ideas);
  /** Also has them without their marks. */
  readonly #unmarked = new Entries<number>(this.#asked);
  readonly #kinds = new Entries<Kind>();
  readonly #glossary: Glossary;
  readonly #guessed = new Guesses();
  readonly #guessed_unmarked = new Guesses();
  readonly #guessed_asked = new Guesses();

  /** Empty until `fill` has finished. */
  constructor(
    file: LexiconFile,
    private idea_rows: readonly number[],
    private vectors: WordVectors,
  ) {
    this.language = file.language;
    this.say = file.say;
    this.#glossary = new Glossary(file.language, (entry) => this.#key(entry));
    this.#stop = new Set(
      entries(file.stop).flatMap((entry) => [
        folded(fold(entry), file.language),
        // "bán" is no "bạn", but both are typed "ban".
        ...(file.language === "vi" ? [this.#key(entry)] : []),
      ]),
    );
    this.#light = new Set(
      entries(file.light).map((entry) => this.#key(entry)),
    );
  }

  /**
   * Adds the words in steps: all at once takes 100 ms. `numbers` gives each idea's number, the same in all languages.
   */
  *fill(
    { ideas, asks }: LexiconFile,
    numbers: ReadonlyMap<string, number>,
    glossary = "",
  ): Generator<void> {
    for (const [idea, words] of Object.entries(ideas)) {
      yield;
      const number = numbers.get(idea);
      if (number === undefined) continue;
      for (const entry of entries(words)) {
        const only_asked = entry.endsWith("?");
        for (const key of this.#keysOf(entry.replace(/\?$/, ""))) {
          if (key && !only_asked) this.#ideas.add(key, number);
          if (key) this.#asked.add(key, number);
          const bare = this.language === "vi" && unmarkedEntry(key, fold(key));
          if (bare) this.#unmarked.add(bare, number);
        }
      }
    }
    for (const line of glossary.split("\n")) {
      yield;
      this.#glossary.add(line, this.vectors);
    }
    for (const kind of KINDS) {
      for (const entry of entries(asks[kind] ?? "")) {
        this.#kinds.add(this.#key(entry, true), kind);
      }
    }
  }

  /** The vector row of a word, of its English in the glossary, or of its idea; -1 if none. */
  rowOf(token: Token): number {
    if (this.language === "en") return this.vectors.rowOfEither(token.form);
    const key = this.#word(token);
    return this.#glossary.rowOf(key) ?? this.#ideaRow(key);
  }

  /** The vector rows of a text's words, stop words omitted. */
  rowsIn(text: string): number[] {
    const tokens = tokenize(text, this.language)
      .filter((token) => !this.isStop(token));
    if (this.language === "en") {
      return tokens.map((token) => this.rowOf(token)).filter((row) => row >= 0);
    }
    return this.#glossary.rowsIn(text, tokens, (token) => {
      const row = this.#ideaRow(this.#word(token));
      return row < 0 ? [] : [row];
    });
  }

  #ideaRow(stem: string): number {
    const [idea = -1] = this.#ideas.get(stem) ?? [];
    return this.idea_rows[idea] ?? -1;
  }

  /** Whether a word expresses an idea on its own, at least if asked. */
  isListed({ form }: Token): boolean {
    return this.#asked.get(form) !== undefined;
  }

  isStop({ form, stem }: Token): boolean {
    return this.#stop.has(this.language === "vi" ? stem : form) ||
      this.language === "ko" && isKoreanFunction(form);
  }

  /** Whether a word is general, or what the word before it counts. */
  isLight(token: Token, before?: Token): boolean {
    if (this.#light.has(this.#word(token))) return true;
    if (this.language !== "ko") return false;
    const is_listed = this.isListed(token) ||
      this.#asked.get(token.stem) !== undefined;
    return this.#light.has(token.form) ||
      isKoreanCounter(token.form, { before: before?.form, is_listed });
  }

  /** A word as the lists have it: its stem, or its spelling if words are not separated. */
  #word({ form, stem }: Token): string {
    return UNSPACED.has(this.language) ? form : stem;
  }

  /** The ideas that the words express; `asking` includes words that only askers use. */
  spans(
    text: string,
    tokens: readonly Token[],
    { asking = false } = {},
  ): Span[] {
    const is_unmarked = this.language === "vi" && isUnmarked(text);
    const asked = is_unmarked ? this.#unmarked : this.#asked;
    const among = asking ? asked : this.#ideas;
    const like = (token: Token) => this.#like(token, among);
    const found = this.#find(text, tokens, among, ({ stem }) => stem, like);
    // A stop word may have the stem of a meaningful one.
    const spans: Span[] = found.filter(({ first, last }) =>
      first !== last ||
      !this.isStop(tokens[first]) &&
        (LIGHT_SPEAKS.has(this.language) ||
          !this.isLight(tokens[first], tokens[first - 1]))
    ).map(({ first, last, found }) => ({ first, last, ideas: found }));
    if (this.language === "de") {
      spans.push(...separated(folded(text), tokens, (stem) => among.get(stem)));
    }
    return spans;
  }

  /** The ideas of a word that is not listed, by another form of it or, in compounding languages, by its parts. */
  #like(
    token: Token,
    among: Entries<number>,
  ): readonly number[] | undefined {
    const { stem } = token;
    if (stem.length < 5 || this.isStop(token) || this.isLight(token)) {
      return undefined;
    }
    const guesses = among === this.#ideas
      ? this.#guessed
      : among === this.#asked
      ? this.#guessed_asked
      : this.#guessed_unmarked;
    const ideas = guesses.get(
      stem,
      () => guessed(stem, this.language, (part) => among.get(part)),
    );
    return ideas.length > 0 ? ideas : undefined;
  }

  /** What kinds of things a text asks for. */
  asking(text: string, tokens: readonly Token[]): Asking {
    const written = folded(text);
    const found = this.#find(text, tokens, this.#kinds, ({ form }) => form);
    // "How long" does not ask how.
    const asking = found.filter(({ first, last }) =>
      !found.some((one) => one.first === first && one.last > last) &&
      !joins(written, tokens, first, this.language)
    );
    asking.sort((a, b) => b.last - b.first - a.last + a.first);
    return {
      kinds: [...new Set(asking.flatMap(({ found }) => found))],
      places: placesOf(asking),
    };
  }

  /** The keys of an entry with and without accents, which many do not type: the stem may differ. */
  #keysOf(entry: string): string[] {
    const key = this.#key(entry);
    // In Vietnamese, accents make it another word.
    const bare = fold(entry);
    if (this.language === "ko") {
      return koreanForms(key).flatMap(withAndWithoutSpaces);
    }
    return this.language === "vi" || bare === entry
      ? [key]
      : [key, this.#key(bare)];
  }

  /** An entry's lookup key: its stems, or its spelling if words are not separated. */
  #key(entry: string, exact = false): string {
    if (FOUND_BY_LETTERS.has(this.language)) {
      return folded(entry, this.language).trim();
    }
    return tokenize(entry, this.language)
      .map(({ form, stem }) => exact ? form : stem).join(" ");
  }

  /** Finds entries in a text; at each word the longest. */
  #find<T>(
    text: string,
    tokens: readonly Token[],
    among: Entries<T>,
    word: (token: Token) => string,
    like?: (token: Token) => readonly T[] | undefined,
  ): Found<T>[] {
    return FOUND_BY_LETTERS.has(this.language)
      ? findByLetters(text, this.language, tokens, among)
      : findWords(tokens, among, word, like);
  }
}
