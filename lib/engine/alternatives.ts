import type { Token } from "./text/tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { WordVectors } from "./word_vectors.ts";

/** The terms that may replace a word, and how surely (0 to 1). */
export type Alternatives = Map<string, number>;

/** The least cosine at which words may replace one another. */
const LIKE = 0.67;
/** How many terms are compared by meaning; a larger vocabulary contains the words themselves. */
const MOST_COMPARED = 15_000;

/** Words more frequent than this say too little to be compared by meaning. */
const MOST_FREQUENT = 300;

/** Adds the terms spelled like a word: its other forms, compounds, and what it may misspell if it is no word. */
export function addWritten(
  found: Alternatives,
  { stem }: Token,
  vocabulary: Vocabulary,
  { has_compounds, is_word }: { has_compounds: boolean; is_word: boolean },
): void {
  if (/^[\p{Nd}@€]/u.test(stem)) return;
  const may_be_misspelt = !is_word && vocabulary.spread(stem) === 0;
  const is_unspaced = UNSPACED.test(stem);
  if (stem.length < (is_unspaced ? 2 : 4)) return;
  const all = is_unspaced || has_compounds;
  const terms = all ? vocabulary.terms : vocabulary.beginningAs(stem);
  for (const term of terms) {
    if (term === stem || !isWord(term)) continue;
    const likeness = is_unspaced
      ? shared(stem, term)
      : written(stem, term, may_be_misspelt, has_compounds);
    if (likeness > 0) add(found, term, likeness);
  }
}

const UNSPACED =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Hangul}]/u;

/** Ideas, numbers and unaccented words begin with signs or digits. */
function isWord(term: string): boolean {
  const code = term.charCodeAt(0);
  return code >= 97 && code !== 126;
}

/** Adds terms similar in meaning to the word whose vector is in this row; none for -1. */
export function addMeant(
  found: Alternatives,
  row: number,
  vocabulary: Vocabulary,
  vectors: WordVectors,
): void {
  // The most frequent words are similar to all others.
  if (row < MOST_FREQUENT || vocabulary.terms.length > MOST_COMPARED) return;
  vocabulary.terms.forEach((term, number) => {
    const other = vocabulary.rows[number];
    if (other < MOST_FREQUENT || other === row) return;
    const likeness = vectors.likeness(row, other);
    if (likeness < LIKE) return;
    add(found, term, 0.25 + 0.6 * (likeness - LIKE) / (1 - LIKE));
  });
}

export function add(found: Alternatives, term: string, likeness: number): void {
  if (likeness > (found.get(term) ?? 0)) found.set(term, likeness);
}

/** How much of one word is contained in the other, for scripts without spaces. */
function shared(a: string, b: string): number {
  if (b.length < 2) return 0;
  const [longer, shorter] = a.length > b.length ? [a, b] : [b, a];
  if (!longer.includes(shorter)) return 0;
  return 0.3 + 0.5 * shorter.length / longer.length;
}

/** How surely two stems are forms, parts or misspellings of one word. */
function written(
  a: string,
  b: string,
  may_be_misspelt: boolean,
  has_compounds: boolean,
): number {
  const [longer, shorter] = a.length > b.length ? [a, b] : [b, a];
  if (shorter.length < 3) return 0;
  const ratio = shorter.length / longer.length;
  if (longer.startsWith(shorter)) {
    return shorter.length >= 4 || ratio > 0.7 ? 0.4 + 0.5 * ratio : 0;
  }
  if (has_compounds && shorter.length >= 4 && longer.endsWith(shorter)) {
    return 0.4 + 0.4 * ratio;
  }
  if (a.charCodeAt(0) !== b.charCodeAt(0)) return 0;
  if (may_be_misspelt && ratio >= 0.75 && misspelt(longer, shorter)) {
    return 0.75;
  }
  let same = 0;
  while (same < shorter.length && a[same] === b[same]) same++;
  const beginning = same / longer.length;
  return same >= 5 && beginning >= 0.65 ? 0.2 + 0.6 * beginning : 0;
}

/** One typo in a word of five letters, two in one of nine; never in the first letter. */
function misspelt(longer: string, shorter: string): boolean {
  if (shorter.length < 4 || longer.length - shorter.length > 1) return false;
  return distance(longer, shorter) <= (shorter.length >= 9 ? 2 : 1);
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
