import type { ModelConfig } from "../../config.ts";
import type { PassageIndex } from "../retrieval.ts";
import type { Answer } from "../answer.ts";
import { answerFromIndex } from "./embedded.ts";
import { answerFromPair } from "./pair.ts";
import type { Question, Reply } from "./reply.ts";

/**
 * The owner's own answer to this very question, or else the embedded engine's. Both engines are given the same
 * index and nothing else of the content.
 */
export function answerFromContent(
  index: PassageIndex,
  question: Question,
): Reply {
  const { message, history, twin } = question;
  return replyOf(
    answerFromPair(index, message) ?? answerFromIndex(index, message, {
      context: history.map((exchange) => exchange.question),
      profile: twin,
    }),
  );
}

function replyOf(found: Answer): Reply {
  return {
    text: found.answer,
    citations: found.citations,
    grounded: found.grounded,
    is_small_talk: found.is_small_talk ?? false,
  };
}

/**
 * Streams a model's answer, and fills in `reply` as it goes. Where the owner answered this very question, no model
 * is asked.
 */
export async function* answerByModel(
  model: ModelConfig,
  index: PassageIndex,
  question: Question,
  reply: Reply,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const pair = answerFromPair(index, question.message);
  if (pair) {
    Object.assign(reply, replyOf(pair));
    yield reply.text;
    return;
  }
  // Thirty megabytes that an app without a model need not hold.
  const { streamFromModel } = await import("./model.ts");
  yield* streamFromModel(model, index, question, reply, signal);
}
