import { Entries, entries, findCharacters, findWords } from "./entries.ts";
import { FOUND_BY_LETTERS, type Language } from "./text/languages.ts";
import { folded, type Token } from "./text/tokens.ts";
import { byBeginning, Guesses } from "./unlisted.ts";
import type { WordVectors } from "./word_vectors.ts";

/** Compounding languages, and the linking letters that may join two parts. */
const JOINTS: Partial<Record<Language, readonly string[]>> = {
  de: ["", "s", "n", "en", "es", "er"],
  nl: ["", "s", "en", "n"],
};

/** The words of one language, each with the row of the English word that means the same. */
export class Glossary {
  readonly #rows = new Entries<number>();
  readonly #guessed = new Guesses();

  /** `keyOf`: the lookup key of an entry, its stems separated by spaces. */
  constructor(
    private language: Language,
    private keyOf: (entry: string) => string,
  ) {}

  /** Adds a line "word, word = english"; a word in two lines belongs to the first. */
  add(line: string, vectors: WordVectors): void {
    const [words, english = ""] = line.split(" = ");
    const row = vectors.row(english.trim());
    if (row < 0) return;
    for (const word of entries(words)) {
      const key = this.keyOf(word);
      if (!this.#rows.get(key)) this.#rows.add(key, row);
    }
  }

  /** The row of a single word; undefined if it is not listed. */
  rowOf(stem: string): number | undefined {
    return this.#rows.get(stem)?.[0];
  }

  /** The rows of a text's words in order: of multi-word entries as one, of compounds by their parts. */
  rowsIn(
    text: string,
    tokens: readonly Token[],
    elsewhere: (token: Token) => number[],
  ): number[] {
    const like = (token: Token) => {
      const rows = this.#like(token, elsewhere);
      return rows.length > 0 ? rows : undefined;
    };
    if (!FOUND_BY_LETTERS.has(this.language)) {
      const found = findWords(tokens, this.#rows, ({ stem }) => stem, like);
      return apart(found).flatMap(({ found }) => found);
    }
    const found = apart(
      findCharacters(folded(text, this.language), tokens, this.#rows),
    );
    const covered = new Set<number>();
    for (const { first, last } of found) {
      for (let n = first; n <= last; n++) covered.add(n);
    }
    const others = tokens.flatMap((token, first) =>
      covered.has(first) ? [] : [{ first, found: elsewhere(token) }]
    );
    return [...found, ...others].sort((a, b) => a.first - b.first)
      .flatMap(({ found }) => found);
  }

  /** A word that is not listed, by another form of it or by its parts. */
  #like(
    token: Token,
    elsewhere: (token: Token) => readonly number[],
  ): readonly number[] {
    const { stem } = token;
    return this.#guessed.get(stem, () => {
      let rows: readonly number[] = elsewhere(token);
      if (rows.length === 0) rows = this.#byParts(stem);
      if (rows.length > 0) return rows;
      return byBeginning(
        stem,
        this.language,
        (begin) => this.#rows.get(begin),
      ) ??
        [];
    });
  }

  /** Both parts must be known: the vector of one alone is not the word's. */
  #byParts(stem: string): readonly number[] {
    const joints = JOINTS[this.language];
    if (!joints) return [];
    for (let cut = 3; stem.length - cut >= 3; cut++) {
      const end = this.#rows.get(stem.slice(cut)) ??
        this.#rows.get(this.keyOf(stem.slice(cut)));
      if (!end) continue;
      for (const joint of joints) {
        const begin = stem.slice(0, cut);
        if (!begin.endsWith(joint)) continue;
        const bare = begin.slice(0, begin.length - joint.length);
        if (bare.length < 3) continue;
        const rows = this.#rows.get(bare) ?? this.#rows.get(this.keyOf(bare));
        if (rows) return [...rows, ...end];
      }
    }
    return [];
  }
}

/** Drops entries that overlap an earlier one. */
function apart<T extends { first: number; last: number }>(
  found: readonly T[],
): T[] {
  let end = -1;
  return found.filter(({ first, last }) => {
    if (first <= end) return false;
    end = last;
    return true;
  });
}
