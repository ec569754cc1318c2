/** Letters that an ending beyond the stem may have. */
const ENDING = 3;
/** Shortest beginning of a word that tells what it means. */
const SHORTEST = 4;
/** Words whose meanings are remembered. */
const MAX_REMEMBERED = 20_000;

/** What the longest beginning of a word that is listed stands for, where only an ending is left of the word. */
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

/** What words were found to mean that are not listed, so that each is guessed once. */
export class Guesses {
  readonly #known = new Map<string, number[]>();

  /** What a word means, by `guess` where it is not known yet; empty where that finds nothing. */
  get(stem: string, guess: () => number[]): number[] {
    const known = this.#known.get(stem);
    if (known) return known;
    if (this.#known.size > MAX_REMEMBERED) this.#known.clear();
    const found = guess();
    this.#known.set(stem, found);
    return found;
  }
}
