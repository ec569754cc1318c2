import type { AskedWord } from "./question.ts";
import type { Word } from "./text/words.ts";

/** Measures how well texts match the words of one question; remembers pairs. */
export class Evidence {
  /** A row for each word compared; null for the most, which match nothing. */
  readonly #seen = new Map<Word, readonly number[] | null>();
  readonly total: number;

  constructor(readonly asked: readonly AskedWord[]) {
    this.total = asked.reduce((sum, { weight }) => sum + weight, 0);
  }

  /** For each asked word the best match (0 to 1) among `said`. */
  matches(said: readonly Word[]): number[] {
    const best = this.asked.map(() => 0);
    for (const word of said) {
      const row = this.#row(word);
      if (!row) continue;
      for (let i = 0; i < best.length; i++) {
        if (row[i] > best[i]) best[i] = row[i];
      }
    }
    return best;
  }

  /** The weighted fraction (0 to 1) of the question that the matches cover. */
  coverage(matches: readonly number[]): number {
    let sum = 0;
    this.asked.forEach(({ weight }, i) => sum += weight * (matches[i] ?? 0));
    return this.total > 0 ? sum / this.total : 0;
  }

  #row(word: Word): readonly number[] | null {
    const known = this.#seen.get(word);
    if (known !== undefined) return known;
    const likenesses = this.asked.map((asked) => likeness(asked, word));
    const row = likenesses.some((match) => match > 0) ? likenesses : null;
    this.#seen.set(word, row);
    return row;
  }
}

/** How surely words of one idea mean the same here. */
const ALIKE = 0.7;

/** How surely two words mean the same, 0 to 1. */
function likeness(asked: AskedWord, word: Word): number {
  if (asked.form === word.form) return 1;
  if (asked.stem === word.stem) return 0.95;
  if (asked.alike.has(word.stem)) {
    // A price's or an address's sign leaves no doubt.
    return /^[@€:]$/.test(word.stem) ? 0.95 : ALIKE;
  }
  const a = asked.stem;
  const b = word.stem;
  const longer = Math.max(a.length, b.length);
  const shorter = Math.min(a.length, b.length);
  if (shorter < 3 || /^\p{Nd}/u.test(a) || /^\p{Nd}/u.test(b)) return 0;
  if (longer - shorter <= 2 && (a.endsWith(b) || b.endsWith(a))) return 0.6;
  let shared = 0;
  while (shared < shorter && a[shared] === b[shared]) shared++;
  if (shared >= 4 && shared / longer >= 0.6) return 0.4 + 0.5 * shared / longer;
  return asked.unknown && misspelt(asked.form, word.form) ? 0.6 : 0;
}

/** One slip in a word of five letters, two in one of nine; never in the first. */
function misspelt(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < 5 || a[0] !== b[0] || Math.abs(a.length - b.length) > 1) {
    return false;
  }
  return distance(a, b) <= (shorter >= 9 ? 2 : 1);
}

/** Optimal string alignment distance: edits and swaps of neighbours. */
function distance(a: string, b: string): number {
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(row[j - 1] + 1, old[j] + 1, old[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, older[j - 2] + 1);
      }
      row.push(least);
    }
    [older, old] = [old, row];
  }
  return old[b.length];
}
