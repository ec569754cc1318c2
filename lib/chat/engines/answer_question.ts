import type { ModelConfig } from "../../config.ts";
import type { PassageIndex } from "../retrieval.ts";
import { answerFromIndex } from "./embedded.ts";
import type { Question, Reply } from "./reply.ts";

/** The embedded engine's whole answer. Both engines are given the same index and nothing else of the content. */
export function answerFromContent(
  index: PassageIndex,
  question: Question,
): Reply {
  const found = answerFromIndex(index, question.message, {
    context: question.history.map((exchange) => exchange.question),
    profile: question.twin,
  });
  return {
    text: found.answer,
    citations: found.citations,
    grounded: found.grounded,
    is_small_talk: found.is_small_talk ?? false,
  };
}

/** Streams a model's answer, and fills in `reply` as it goes. */
export async function* answerByModel(
  model: ModelConfig,
  index: PassageIndex,
  question: Question,
  reply: Reply,
  signal: AbortSignal,
): AsyncGenerator<string> {
  // Thirty megabytes that an app without a model need not hold.
  const { streamFromModel } = await import("./model.ts");
  yield* streamFromModel(model, index, question, reply, signal);
}
