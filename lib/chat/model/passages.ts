import type { PassageIndex } from "../../engine/passage_index.ts";
import type { Hit } from "../../engine/passage.ts";
import { rank } from "../../engine/ranking.ts";
import type { Question } from "../../engine/question.ts";
import { estimateTokens } from "./tokens.ts";

/** Passages looked at for a twin that is too large to be given whole. */
const MAX_FOUND = 40;
/** Passages whose neighbours are given too. */
const WITH_NEIGHBOURS = 3;

/**
 * What a model is given of the content: all of it where that takes no more than `tokens`, whatever language the
 * question is in; otherwise the passages that fit best, the first of them with those around them.
 */
export function passagesFor(
  index: PassageIndex,
  question: Question,
  tokens: number,
): Hit[] {
  const all = index.all(Math.ceil(tokens / 4));
  if (all.length > 0 && sizeOf(all) <= tokens) return all;
  const found = rank(question, index.find(question, MAX_FOUND))
    .map(({ hit }) => hit);
  const near = found.slice(0, WITH_NEIGHBOURS)
    .flatMap((hit) => [hit, ...index.around(hit)]);
  const given = new Map<string, Hit>();
  let room = tokens;
  for (const hit of [...near, ...found]) {
    const id = `${hit.content_id} ${hit.n}`;
    const size = sizeOf([hit]);
    if (given.has(id) || size > room) continue;
    given.set(id, hit);
    room -= size;
  }
  return [...given.values()];
}

function sizeOf(hits: readonly Hit[]): number {
  return hits.reduce(
    (sum, { title, passage }) => sum + estimateTokens(title + passage) + 20,
    0,
  );
}
