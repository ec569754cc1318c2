import type { App } from "../../app.ts";
import type { PassageIndex } from "../retrieval.ts";
import { answerFromIndex } from "./embedded.ts";
import type { Question, Reply } from "./reply.ts";

/**
 * Streams the answer's text, by the configured model or, without one, by the embedded engine. Both are given
 * the same index and nothing else of the content.
 */
export async function* answerQuestion(
  app: App,
  index: PassageIndex,
  question: Question,
  reply: Reply,
  signal: AbortSignal,
): AsyncGenerator<string> {
  if (app.config.model) {
    // Thirty megabytes that an app without a model need not hold.
    const { streamFromModel } = await import("./model.ts");
    yield* streamFromModel(app.config.model, index, question, reply, signal);
    return;
  }
  const found = answerFromIndex(index, question.message, {
    context: question.history.map((exchange) => exchange.question),
    profile: question.twin,
  });
  reply.citations = found.citations;
  reply.grounded = found.grounded;
  reply.is_small_talk = found.is_small_talk ?? false;
  for (const text of pieces(found.answer)) {
    reply.text += text;
    yield text;
  }
}

/** Cuts after sentences, so that a ready answer still reads as it comes. */
function pieces(text: string): string[] {
  return text.match(/[\s\S]+?(?:[.!?。！？।]\s+|\n+|$)/g) ?? [text];
}
