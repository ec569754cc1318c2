/** How many letters an ending beyond the stem may have. */
const ENDING = 3;
/** The shortest beginning of a word that determines its meaning. */
const SHORTEST = 4;
/** Words whose meanings are cached. */
const MAX_CACHED = 20_000;

/** The value of a word's longest listed beginning, if only an ending is left. */
export function byBeginning<T>(
  stem: string,
  listed: (stem: string) => T | undefined,
): T | undefined {
  for (let cut = 1; cut <= ENDING && stem.length - cut >= SHORTEST; cut++) {
    const found = listed(stem.slice(0, -cut));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Caches the guessed meanings of unlisted words, so that each is guessed once. */
export class Guesses {
  readonly #known = new Map<string, readonly number[]>();

  /** The meaning of a word, guessed by `guess` if not cached; empty if there is none. */
  get(stem: string, guess: () => readonly number[]): readonly number[] {
    const known = this.#known.get(stem);
    if (known) return known;
    if (this.#known.size > MAX_CACHED) this.#known.clear();
    const found = guess();
    this.#known.set(stem, found);
    return found;
  }
}
