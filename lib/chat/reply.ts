import type { Context } from "../context.ts";
import type { WithAdmission } from "../limits/admission.ts";
import { breathe } from "../breathe.ts";
import { describeError } from "../log.ts";
import { measured } from "./model/measured.ts";
import type { WithMetrics } from "../metrics/metrics.ts";
import type { WithTracing } from "../tracing/tracing.ts";
import type { TwinModel } from "../models/twin_model.ts";
import { reserveTokens, settleTokens } from "../models/token_budget.ts";
import type { Answer } from "../schemas/citation.ts";
import type { Hit } from "../engine/passage.ts";
import type { PassageIndex } from "../engine/passage_index.ts";
import { answerForeseen, answerFromIndex } from "../engine/answer.ts";
import { languageOfTag } from "../engine/text/languages.ts";
import { answerFromPair } from "../engine/pairs.ts";
import { passagesFor, wholeContent } from "./model/passages.ts";
import type { FindSimilar } from "./similar.ts";
import type { Usage } from "./model/stream.ts";
import type { Question, Reply } from "../schemas/reply.ts";

/**
 * Answers with the owner's own answer to this exact question, or otherwise by the built-in engine. Both engines get
 * the same index and no other content.
 */
export async function answerFromContent(
  index: PassageIndex,
  question: Question,
  findSimilar: FindSimilar,
): Promise<Reply> {
  return replyOf(await findAnswer(index, question, findSimilar));
}

/** Like `answerFromContent`. Searches by meaning if the words alone give no confident answer. */
export async function findAnswer(
  index: PassageIndex,
  question: Question,
  findSimilar: FindSimilar,
): Promise<Answer> {
  await prepare(index, question);
  return knownAnswer(index, question.message) ??
    await searchedAnswer(index, question, findSimilar);
}

/** Waits for this question's turn, and loads what analysing it needs. */
async function prepare(index: PassageIndex, question: Question) {
  const { message, history, language } = question;
  const context = history.map((exchange) => exchange.question);
  const page = languageOfTag(language);
  await index.prepare(message, { context, page }, breathe);
  await breathe();
}

async function searchedAnswer(
  index: PassageIndex,
  { message, history, twin, language }: Question,
  findSimilar: FindSimilar,
): Promise<Answer> {
  const options = {
    context: history.map((exchange) => exchange.question),
    profile: twin,
    language: languageOfTag(language),
  };
  const by_words = answerFromIndex(index, message, options);
  if (by_words.confidence === "sure" || by_words.is_small_talk) return by_words;
  const similar = await findSimilar();
  return similar
    ? answerFromIndex(index, message, { ...options, similar })
    : by_words;
}

/** The owner's own answer to this exact question, or an answer an item is known to give. */
function knownAnswer(index: PassageIndex, message: string): Answer | null {
  return answerFromPair(index, message) ?? answerForeseen(index, message);
}

function replyOf(found: Answer): Reply {
  return {
    text: found.answer,
    citations: found.citations,
    quoted: found.quoted ?? [],
    grounded: found.grounded,
    confidence: found.confidence,
    is_small_talk: found.is_small_talk ?? false,
    engine: "embedded",
  };
}

/**
 * Streams a model's answer, filling in `reply`. No model is asked if the owner answered this exact question, an item
 * is known to answer it, the message asks for nothing that could be found, or no passage fits. If the day's tokens
 * are used up, or the model fails before its first word, the built-in engine answers and says so; a later failure is
 * thrown, since text already sent cannot be taken back.
 */
export async function* answerByModel(
  app: Context & WithAdmission & WithMetrics & WithTracing,
  model: TwinModel,
  index: PassageIndex,
  question: Question,
  reply: Reply,
  { findSimilar, signal, usage = { tokens: 0 } }: {
    findSimilar: FindSimilar;
    signal: AbortSignal;
    usage?: Usage;
  },
): AsyncGenerator<string> {
  const { message, history, language } = question;
  const context = history.map((exchange) => exchange.question);
  await prepare(index, question);
  const read = index.read(message, context, languageOfTag(language));
  const tokens = app.config.prompt_tokens;
  const hits = wholeContent(index, tokens) ??
    passagesFor(index, read, { tokens, similar: await findSimilar() });
  const known = knownAnswer(index, message);
  const ready = replyOf(
    known ?? await searchedAnswer(index, question, findSimilar),
  );
  if (known || ready.is_small_talk || hits.length === 0) {
    Object.assign(reply, ready);
    yield reply.text;
    return;
  }
  const asked = { model, question, hits, reply };
  const is_answered = yield* streamedAnswer(app, asked, { signal, usage });
  if (is_answered) return;
  const { lexica } = index.tables;
  const note = lexica.of(read.language).say.model_down;
  const text = `${ready.text}\n\n${note}`;
  Object.assign(reply, ready, { text, engine: "fallback" });
  yield text;
}

/**
 * Streams the model's answer, charged to the day's tokens. Returns whether there was one: false if the tokens are
 * used up or the model fails before its first word. A later failure is thrown.
 */
async function* streamedAnswer(
  app: Context & WithAdmission & WithMetrics & WithTracing,
  { model, question, hits, reply }: {
    model: TwinModel;
    question: Question;
    hits: Hit[];
    reply: Reply;
  },
  options: { signal: AbortSignal; usage: Usage },
): AsyncGenerator<string, boolean> {
  // 30 MB that an app without a model need not load.
  const { mostTokens, streamFromModel } = await import("./model/stream.ts");
  const { twin } = question;
  const reserved = mostTokens(hits, question);
  const asker = { twin, model };
  const used_up = await reserveTokens(app, asker, reserved);
  if (used_up !== null) {
    app.log("warn", "model_tokens_used_up", {
      twin_id: twin.id,
      budget: used_up,
    });
    return false;
  }
  reply.engine = "model";
  try {
    const answer = streamFromModel(model, hits, question, reply, options);
    yield* measured(app, answer, options);
    return true;
  } catch (error) {
    if (options.signal.aborted || reply.text !== "") throw error;
    app.log("error", "model_failed", {
      twin_id: twin.id,
      error: describeError(error),
    });
    return false;
  } finally {
    const taken = options.usage.tokens;
    await settleTokens(app, asker, { reserved, taken });
  }
}
