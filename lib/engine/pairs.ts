import { itemsOf } from "./passage.ts";
import type { PassageIndex } from "./passage_index.ts";
import type { PassageSource } from "./passage.ts";
import type { Answer } from "../schemas/citation.ts";

/** The owner's own answer to this exact question, word for word; null if none was written. */
export function answerFromPair(
  index: PassageIndex,
  question: string,
): Answer | null {
  const pair = index.pair(question);
  if (!pair) return null;
  return {
    answer: pair.passages.join("\n\n"),
    citations: [citationOf(pair)],
    quoted: itemsOf([pair]),
    grounded: true,
    confidence: "sure",
  };
}

function citationOf({ title, passages: [text], source_url }: PassageSource) {
  const excerpt = text.slice(0, 500).replace(/[\uD800-\uDBFF]$/, "");
  return source_url === null
    ? { title, excerpt }
    : { title, excerpt, url: source_url };
}
