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
  const related = likeIdeas(rows, vectors).map((ideas) =>
    new Map(ideas.slice(0, MOST_RELATED))
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

/** For each idea those of similar meaning, nearest first. Loops: 300,000 pairs at every start, each rated once. */
function likeIdeas(
  rows: readonly number[],
  vectors: WordVectors,
): (readonly [idea: number, likeness: number])[][] {
  const found = rows.map((): (readonly [number, number])[] => []);
  for (let idea = 0; idea < rows.length; idea++) {
    if (rows[idea] < 0) continue;
    for (let other = idea + 1; other < rows.length; other++) {
      if (rows[other] < 0) continue;
      const cosine = vectors.likeness(rows[idea], rows[other]);
      if (cosine < RELATED) continue;
      const likeness = 0.2 + 0.4 * (cosine - RELATED) / (1 - RELATED);
      found[idea].push([other, likeness]);
      found[other].push([idea, likeness]);
    }
  }
  return found.map((ideas) => ideas.sort((a, b) => b[1] - a[1]));
}
