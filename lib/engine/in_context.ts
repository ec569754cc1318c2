import type { Hit } from "./passage.ts";
import { pointsBack } from "./text/sentences.ts";

/** The weight of a match near the sentence rather than in it. */
const NEAR = {
  antecedent: 0.8,
  before: 0.35,
  after: 0.1,
  lead: 0.85,
  title: 0.9,
};

/** The terms of each sentence with its lead-in: its headings, the sentence before, the title. */
export function withContext(
  { read: { sentences } }: Hit,
  own: readonly number[][],
  title: readonly number[],
): number[][] {
  const none = title.map(() => 0);
  let section = none;
  let question = none;
  return sentences.map(({ lead, text }, place) => {
    const again = sentences[place - 1]?.lead === lead;
    if (lead === "section") {
      section = again ? raise([...section], own[place]) : own[place];
      question = none;
    } else if (lead === "question") {
      question = again ? raise([...question], own[place]) : own[place];
    }
    const before = pointsBack(text) ? NEAR.antecedent : NEAR.before;
    const { [place - 1]: previous = none, [place + 1]: next = none } = own;
    const joint = [...own[place]];
    for (let i = 0; i < joint.length; i++) {
      joint[i] = Math.max(
        joint[i],
        before * previous[i],
        NEAR.after * next[i],
        NEAR.lead * Math.max(section[i], question[i]),
        NEAR.title * title[i],
      );
    }
    return joint;
  });
}

/** Raises each value to another's, where that is more. */
export function raise(values: number[], others: readonly number[]): number[] {
  for (let i = 0; i < values.length; i++) {
    if (others[i] > values[i]) values[i] = others[i];
  }
  return values;
}
