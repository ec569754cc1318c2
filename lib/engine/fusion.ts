import { type Hit, placeOf } from "./passage.ts";
import type { Question } from "./question.ts";
import { rank, type Ranked } from "./ranking.ts";

/** What an embedding model finds near a question in meaning. */
export type Similar = {
  /** Passages, nearest first. */
  nearest: readonly Hit[];
  /** The first is further from all others than chance explains. */
  stands_out: boolean;
};

/** Damps the first places, as Cormack, Clarke and Büttcher (2009) have it. */
const K = 60;

/** Several rankings as one: each gives what it names 1 / (60 + place). Best first. */
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

/** The passages that fit a question by words, of those that are `found`, and by meaning; best first. */
export function rankBoth(
  question: Question,
  found: readonly Hit[],
  { nearest }: Similar,
): Ranked[] {
  // Nearest first, where the words tell no difference; each with the score of its words.
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
