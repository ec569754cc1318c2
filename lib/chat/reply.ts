import type { Context } from "../context.ts";
import type { WithAdmission } from "../limits/admission.ts";
import { describeError } from "../log.ts";
import { measured } from "./model/measured.ts";
import type { WithMetrics } from "../metrics/metrics.ts";
import type { WithTracing } from "../tracing/tracing.ts";
import type { TwinModel } from "../models/twin_model.ts";
import { reserveTokens, settleTokens } from "../models/token_budget.ts";
import type { Answer } from "../schemas/citation.ts";
import type { Hit } from "../engine/passage.ts";
import type { PassageIndex } from "../engine/passage_index.ts";
import { languageOfTag } from "../engine/text/languages.ts";
import {
  type Finder,
  IndexFinder,
  knownAnswer,
  similarOf,
} from "../content/finder.ts";
import { passagesFor, wholeContent } from "./model/passages.ts";
import type { FindNear } from "./similar.ts";
import type { Usage } from "./model/stream.ts";
import type { Question, Reply } from "../schemas/reply.ts";

/**
 * Answers with the owner's own answer to this exact question, or otherwise by the built-in engine. Both engines get
 * the same index and no other content.
 */
export async function answerFromContent(
  finder: Finder,
  question: Question,
  findNear: FindNear,
): Promise<Reply> {
  return replyOf(await findAnswer(finder, question, findNear));
}

/** Like `answerFromContent`. Searches by meaning if the words alone give no confident answer. */
export async function findAnswer(
  finder: Finder,
  { message, history, twin, language }: Question,
  findNear: FindNear,
): Promise<Answer> {
  const asked = {
    message,
    context: history.map((exchange) => exchange.question),
    profile: { name: twin.name, bio: twin.bio },
    language: languageOfTag(language),
  };
  const by_words = await finder.answer(asked);
  if (by_words.confidence === "sure" || by_words.is_small_talk) return by_words;
  const near = await findNear();
  return near ? await finder.answer(asked, near) : by_words;
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
  { findNear, signal, usage = { tokens: 0 } }: {
    findNear: FindNear;
    signal: AbortSignal;
    usage?: Usage;
  },
): AsyncGenerator<string> {
  const { message, history, language } = question;
  const context = history.map((exchange) => exchange.question);
  // First: it also loads what reading the question needs.
  const ready = await answerFromContent(
    new IndexFinder(index),
    question,
    findNear,
  );
  const read = index.read(message, context, languageOfTag(language));
  const tokens = app.config.prompt_tokens;
  const whole = wholeContent(index, tokens);
  const near = whole ? undefined : await findNear();
  const hits = whole ??
    passagesFor(index, read, {
      tokens,
      similar: near && similarOf(index, near),
    });
  const known = knownAnswer(index, message);
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
