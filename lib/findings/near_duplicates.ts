import { bare } from "../engine/text/fold.ts";

/** How much of an item is compared, in UTF-16 units. */
const MOST_READ = 20_000;
/** How many of a text's shingles, those with the smallest hashes, represent all of them (MinHash). */
const SKETCH = 48;
/** The least share of shingles that two texts must have in common, of 1. */
const ALIKE = 0.7;
/** A shingle that more items share is a common phrase. */
const MOST_SHARING = 20;
/** Shorter texts are similar by chance. */
const SHORTEST = 6;

type Sketch = { content_id: string; hashes: number[] };

/**
 * A text's MinHash signature, for finding near-duplicates: hashes of its three-word shingles. Null for a very short
 * text.
 */
export function sketchOf(content_id: string, text: string): Sketch | null {
  const words = wordsOf(bare(text.slice(0, MOST_READ)));
  if (words.length < SHORTEST) return null;
  const hashes = new Set<number>();
  for (let at = 0; at + 3 <= words.length; at++) {
    hashes.add(hash(`${words[at]} ${words[at + 1]} ${words[at + 2]}`));
  }
  return {
    content_id,
    hashes: [...hashes].sort((a, b) => a - b).slice(0, SKETCH),
  };
}

/** In scripts without spaces, each character counts as a word. */
function wordsOf(text: string): string[] {
  return text.match(
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]+/gu,
  ) ?? [];
}

/** 32-bit FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return value;
}

/** Finds pairs of texts that say nearly the same. Linear in their number; awaits `breathe` after each. */
export async function nearDuplicates(
  sketches: readonly Sketch[],
  breathe: () => Promise<void>,
): Promise<[a: string, b: string][]> {
  const by_hash = new Map<number, Sketch[]>();
  const pairs: [string, string][] = [];
  for (const sketch of sketches) {
    const near = new Set<Sketch>();
    for (const value of sketch.hashes) {
      const those = by_hash.get(value) ?? [];
      if (those.length === 0) by_hash.set(value, those);
      if (those.length < MOST_SHARING) {
        for (const one of those) near.add(one);
        those.push(sketch);
      }
    }
    for (const one of near) {
      if (likeness(one.hashes, sketch.hashes) >= ALIKE) {
        pairs.push([one.content_id, sketch.content_id]);
      }
    }
    await breathe();
  }
  return pairs;
}

/** Estimates the share of common shingles, of 1, from the smallest hashes of both together. */
function likeness(a: readonly number[], b: readonly number[]): number {
  let [at_a, at_b, shared, all] = [0, 0, 0, 0];
  while (all < SKETCH && (at_a < a.length || at_b < b.length)) {
    const [x, y] = [a[at_a] ?? Infinity, b[at_b] ?? Infinity];
    if (x === y) shared++;
    if (x <= y) at_a++;
    if (y <= x) at_b++;
    all++;
  }
  return all === 0 ? 0 : shared / all;
}
