import { entries } from "./entries.ts";
import type { WordVectors } from "./word_vectors.ts";

/** The least cosine of related ideas, and how many are kept per idea. */
const RELATED = 0.75;
const MOST_RELATED = 5;
/** How surely an idea stands for the one its family is named after, and for the family's others. */
const FAMILY = 0.35;
const COUSIN = 0.1;

/** Ideas that may replace one, each with how surely. */
export type Related = readonly (readonly [idea: number, likeness: number])[];

/**
 * Relates each idea to those of its families (lists of names separated by ", ") and to those of similar meaning, by
 * the `rows` of their vectors.
 */
export function relateIdeas(
  rows: readonly number[],
  vectors: WordVectors,
  families: readonly string[],
  numbers: ReadonlyMap<string, number>,
): Related[] {
  const related = rows.map((_, idea) =>
    new Map(likeIdeas(idea, rows, vectors).slice(0, MOST_RELATED))
  );
  for (const family of families) {
    const [first, ...others] = entries(family)
      .flatMap((idea) => numbers.get(idea) ?? []);
    // The first is related to all others; they are less related to each other.
    for (const a of [first, ...others]) {
      for (const b of [first, ...others]) {
        if (a === b) continue;
        const near = a === first || b === first ? FAMILY : COUSIN;
        related[a]?.set(b, Math.max(related[a].get(b) ?? 0, near));
      }
    }
  }
  return related.map((ideas) => [...ideas]);
}

/**
 * The ideas of similar meaning, nearest first. A loop, because for all ideas that is 300,000 pairs at every start.
 */
function likeIdeas(
  idea: number,
  rows: readonly number[],
  vectors: WordVectors,
): (readonly [idea: number, likeness: number])[] {
  const found: (readonly [number, number])[] = [];
  for (let other = 0; other < rows.length; other++) {
    if (other === idea || rows[idea] < 0 || rows[other] < 0) continue;
    const likeness = vectors.likeness(rows[idea], rows[other]);
    if (likeness < RELATED) continue;
    found.push([other, 0.2 + 0.4 * (likeness - RELATED) / (1 - RELATED)]);
  }
  return found.sort((a, b) => b[1] - a[1]);
}
