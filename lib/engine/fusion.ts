import { type Hit, placeOf } from "./passage.ts";
import type { Question } from "./question.ts";
import { rank, type Ranked } from "./ranking.ts";

/** What an embedding model finds similar to a question. */
export type Similar = {
  /** Passages, nearest first. */
  nearest: readonly Hit[];
  /** The first leads all others by more than chance explains. */
  stands_out: boolean;
};

/** Damps the top ranks, as in Cormack, Clarke and Büttcher (2009). */
const K = 60;

/** Merges several rankings: each gives its entries 1 / (60 + rank). Best first. */
export function reciprocalRank<T>(
  rankings: readonly (readonly T[])[],
  idOf: (one: T) => string,
): T[] {
  const fused = new Map<string, { one: T; score: number }>();
  for (const ranking of rankings) {
    ranking.forEach((one, place) => {
      const id = idOf(one);
      const known = fused.get(id) ?? { one, score: 0 };
      fused.set(id, { ...known, score: known.score + 1 / (K + place + 1) });
    });
  }
  return [...fused.values()].sort((a, b) => b.score - a.score)
    .map(({ one }) => one);
}

/** Ranks the `found` passages by words and by meaning; best first. */
export function rankBoth(
  question: Question,
  found: readonly Hit[],
  { nearest }: Similar,
): Ranked[] {
  // Nearest first, for ties by words; each with its score by words.
  const hits = new Map(
    [...nearest, ...found].map((hit) => [placeOf(hit), hit]),
  );
  const all = rank(question, [...hits.values()]);
  const known = new Map(all.map((one) => [placeOf(one.hit), one]));
  const places = new Set(found.map(placeOf));
  const by_words = all.filter(({ hit }) => places.has(placeOf(hit)));
  const by_meaning = nearest.flatMap((hit) => known.get(placeOf(hit)) ?? []);
  return reciprocalRank([by_words, by_meaning], ({ hit }) => placeOf(hit));
}
