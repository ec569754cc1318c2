import { entries } from "./entries.ts";
import type { WordVectors } from "./word_vectors.ts";

/** The cosine from which two ideas are related, and how many of an idea's are kept. */
const RELATED = 0.75;
const MOST_RELATED = 5;
/** How surely an idea stands for the one that its family is named after, and for others of it. */
const FAMILY = 0.35;
const COUSIN = 0.1;

/** Ideas that may stand for one, each with how surely. */
export type Related = readonly (readonly [idea: number, likeness: number])[];

/**
 * For each idea those of its families (lists of names parted by ", ") and those of like meaning, by the `rows` of
 * their vectors.
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
    // The first is near all others; those are less near each other.
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

/** The ideas of like meaning, nearest first. In a loop: of all ideas that is 300,000 pairs at every start. */
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
