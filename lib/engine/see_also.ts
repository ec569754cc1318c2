import { confidenceOf } from "./confidence.ts";
import type { Question } from "./question.ts";
import { bestOfEach, type Ranked } from "./ranking.ts";

/** Items offered beside one that may not answer. */
const MOST_OFFERED = 3;

/** How far below the best passage another that also answers may score. */
const ALSO = 0.8;

/** A second item that would be a sure answer without the first, and is nearly as likely; empty if none. */
export function alsoAnswers(
  question: Question,
  ranked: readonly Ranked[],
  size: number,
): Ranked[] {
  const [best] = ranked;
  const rest = ranked.filter(({ hit }) => hit.title !== best.hit.title);
  const [second] = rest;
  // A pair's answer is the owner's words, complete and alone.
  if (!second || best.hit.kind === "pair") return [];
  if (second.score < best.score - ALSO) return [];
  return confidenceOf(question, rest, size).confidence === "sure"
    ? [second]
    : [];
}

/** The best passages of other items, within a maximum score distance of the best one. */
export function nextBest(
  ranked: readonly Ranked[],
  competes: number,
): Ranked[] {
  const least = ranked[0].score - competes;
  const end = ranked.findIndex(({ score }) => score < least);
  return bestOfEach(end < 0 ? ranked : ranked.slice(0, end))
    .slice(1, 1 + MOST_OFFERED);
}

/** An item's title as a line of Markdown, linked to its source if it has one. */
export function linkTo({ hit: { title, source_url } }: Ranked): string {
  const text = title.replace(/[\\`*_[\]<>#~|]/g, "\\$&");
  return source_url === null ? text : `[${text}](${
    source_url.replace(
      /[()\\\s<>]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16)}`,
    )
  })`;
}

/** An item's title above an excerpt that may not answer, to say what it is about. */
export function titleOf(one: Ranked): string {
  return `**${linkTo(one)}**`;
}
