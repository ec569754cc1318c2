import { confidenceOf } from "./confidence.ts";
import type { Question } from "./question.ts";
import type { Ranked } from "./ranking.ts";

/** A second item that answers the question too, for sure by itself and although the first is better; null for none. */
export function alsoAnswers(
  question: Question,
  ranked: readonly Ranked[],
  size: number,
): Ranked | null {
  const [best] = ranked;
  const second = ranked.find(({ hit }) => hit.title !== best.hit.title);
  // A pair's answer is the owner's words, whole and alone.
  if (!second || best.hit.kind === "pair") return null;
  const rest = [second, ...ranked.filter((one) => one !== second)];
  return confidenceOf(question, rest, size).confidence === "sure"
    ? second
    : null;
}

/** An item's title as a line of Markdown, leading to its source where it has one. */
export function linkTo({ hit: { title, source_url } }: Ranked): string {
  const text = title.replace(/[\\`*_[\]<>#~|]/g, "\\$&");
  return source_url === null ? text : `[${text}](${
    source_url.replace(
      /[()\\\s<>]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16)}`,
    )
  })`;
}
