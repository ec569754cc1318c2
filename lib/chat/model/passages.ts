import type { PassageIndex } from "../../engine/passage_index.ts";
import { rankBoth, type Similar } from "../../engine/fusion.ts";
import { distinct, type Hit } from "../../engine/passage.ts";
import { rank } from "../../engine/ranking.ts";
import type { Question } from "../../engine/question.ts";
import { estimateTokens } from "./tokens.ts";

/** Passages considered for a twin too large to be given whole. */
const MAX_FOUND = 40;
/** Passages given with their neighbours. */
const WITH_NEIGHBOURS = 3;

/** All of the content, whatever the question's language; null if it exceeds `tokens`. */
export function wholeContent(
  index: PassageIndex,
  tokens: number,
): Hit[] | null {
  const all = index.all(Math.ceil(tokens / 4));
  return all.length > 0 && sizeOf(all) <= tokens ? all : null;
}

/** The passages that fit best by words and by meaning, the first of them with their neighbours. */
export function passagesFor(
  index: PassageIndex,
  question: Question,
  { tokens, similar }: { tokens: number; similar?: Similar },
): Hit[] {
  const by_words = index.find(question, MAX_FOUND);
  const ranked = similar
    ? rankBoth(question, by_words, similar)
    : rank(question, by_words);
  const found = ranked.map(({ hit }) => hit);
  const near = found.slice(0, WITH_NEIGHBOURS)
    .flatMap((hit) => [hit, ...index.around(hit)]);
  let room = tokens;
  return distinct([...near, ...found]).filter((hit) => {
    const size = sizeOf([hit]);
    if (size > room) return false;
    room -= size;
    return true;
  });
}

function sizeOf(hits: readonly Hit[]): number {
  return hits.reduce(
    (sum, { title, passage }) => sum + estimateTokens(title + passage) + 20,
    0,
  );
}
