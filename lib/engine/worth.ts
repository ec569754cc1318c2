import type { Asked } from "./asked.ts";
import type { Hit } from "./passage.ts";
import type { Question } from "./question.ts";

/** The share of a word's weight from which a term stands for it. */
const STANDS = 0.6;

/** What a term is worth, and for which of the things asked for: each term of a passage is looked up once for all. */
export type Worth = ReadonlyMap<
  string,
  readonly { place: number; gain: number }[]
>;

/** The worth of each term that matches something asked for. */
export function worthOf(asked: readonly Asked[]): Worth {
  const worth = new Map<string, { place: number; gain: number }[]>();
  asked.forEach(({ gains }, place) => {
    for (const [term, gain] of gains) {
      const known = worth.get(term);
      if (known) known.push({ place, gain });
      else worth.set(term, [{ place, gain }]);
    }
  });
  return worth;
}

/** For each thing asked for the most that one of the terms is worth. */
export function gains(
  asked: readonly Asked[],
  worth: Worth,
  terms: readonly string[],
): number[] {
  const best = asked.map(() => 0);
  for (const term of terms) {
    const known = worth.get(term);
    if (!known) continue;
    for (const { place, gain } of known) {
      if (gain > best[place]) best[place] = gain;
    }
  }
  return best;
}

/** The share of neighbours in the question that stand near each other in a sentence; `own` is what each is worth. */
export function together(
  { asked }: Question,
  { read }: Hit,
  own: readonly number[][],
): number {
  const words = [...asked.entries()].filter(([, { is_light, stem }]) =>
    !is_light && !stem.startsWith("#")
  );
  if (words.length < 2) return 0;
  let near = 0;
  for (let i = 1; i < words.length; i++) {
    const [[one, before], [other, after]] = [words[i - 1], words[i]];
    const stand = read.said.some((terms, sentence) =>
      own[sentence][one] >= STANDS * before.weight &&
      own[sentence][other] >= STANDS * after.weight &&
      areNear(places(before, terms), places(after, terms))
    );
    if (stand) near++;
  }
  return near / (words.length - 1);
}

function areNear(some: readonly number[], others: readonly number[]): boolean {
  return some.some((x) => others.some((y) => x !== y && Math.abs(x - y) <= 3));
}

/** Where terms stand for a word. */
function places({ gains, weight }: Asked, terms: readonly string[]): number[] {
  const found: number[] = [];
  for (let place = 0; place < terms.length; place++) {
    const gain = gains.get(terms[place]);
    if (gain !== undefined && gain >= STANDS * weight) found.push(place);
  }
  return found;
}
