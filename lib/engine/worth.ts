import type { Asked } from "./asked.ts";
import type { Hit } from "./passage.ts";
import type { Question } from "./question.ts";

/** The share of a word's weight from which a term counts as the word. */
const STANDS = 0.6;

/** The gain of a term, by question term: each term of a passage is looked up once for all of them. */
export type Worth = ReadonlyMap<
  string,
  readonly { place: number; gain: number }[]
>;

/** The gain of each term that matches something in the question. */
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

/** The most that any term of these sentences gains for each question term. */
export function gains(
  asked: readonly Asked[],
  worth: Worth,
  said: readonly (readonly string[])[],
): number[] {
  const best = asked.map(() => 0);
  for (const terms of said) {
    for (const term of terms) {
      const known = worth.get(term);
      if (!known) continue;
      for (const { place, gain } of known) {
        if (gain > best[place]) best[place] = gain;
      }
    }
  }
  return best;
}

/** The share of a term's weight from which a title has it. */
const TITLED = 0.4;

/** How few of the items' titles have each term, 0 to 1; `titles` is what each passage's title gains. */
export function rareInTitles(
  asked: readonly Asked[],
  hits: readonly Hit[],
  titles: readonly (readonly number[])[],
): number[] {
  const items = new Map(
    hits.map(({ content_id }, n) => [content_id, titles[n]]),
  );
  const most = Math.log((items.size + 1) / 0.5);
  return asked.map(({ weight }, i) => {
    const having = items.values()
      .filter((title) => title[i] >= TITLED * weight).toArray().length;
    return Math.log((items.size + 1) / (having + 0.5)) / most;
  });
}

/** The share of the question's neighbouring terms that are close together in a sentence; `own` is what each gains. */
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

/** The positions of terms that count as a word. */
function places({ gains, weight }: Asked, terms: readonly string[]): number[] {
  const found: number[] = [];
  for (let place = 0; place < terms.length; place++) {
    const gain = gains.get(terms[place]);
    if (gain !== undefined && gain >= STANDS * weight) found.push(place);
  }
  return found;
}
