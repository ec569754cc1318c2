import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import {
  extractReasoningMiddleware,
  type ModelMessage,
  streamText,
  wrapLanguageModel,
} from "ai";
import { AppError } from "../../errors.ts";
import type { Hit } from "../../engine/passage.ts";
import { CitationMarks } from "./citation_marks.ts";
import { modelFetch } from "../../models/model_fetch.ts";
import {
  PromptGuard,
  RULES_HOLD,
  systemPrompt,
  toChatMessages,
  userPrompt,
  voice,
} from "./prompt.ts";
import { estimateTokens } from "./tokens.ts";
import type { Question, Reply } from "../../schemas/reply.ts";
import type { TwinModel } from "../../models/twin_model.ts";

const MAX_ANSWER = 8_000;
/** More than an answer of the allowed length needs. */
const MAX_ANSWER_TOKENS = 3_000;

/** An answer's tokens, as counted by the server or otherwise estimated. */
export type Usage = { tokens: number };

/**
 * Streams an answer from an OpenAI-compatible server, given these passages and no other content. Its citations are
 * the passages it cited by number, renumbered in order; unknown numbers are removed. Throws `unavailable` if the
 * server fails, exceeds the configured times, or repeats its own instructions; `signal` aborts the request.
 */
export async function* streamFromModel(
  model: TwinModel,
  hits: Hit[],
  question: Question,
  reply: Reply,
  { signal, usage }: { signal: AbortSignal; usage: Usage },
): AsyncGenerator<string> {
  const rules = systemPrompt(question.twin);
  const marks = new CitationMarks(question.message, hits);
  const guard = new PromptGuard(`${rules}\n${RULES_HOLD}`);
  const system = systemOf(question.twin);
  const messages = [...toChatMessages(question.history), {
    role: "user" as const,
    content: userPrompt(question.message, hits),
  }];
  const say = (text: string) => {
    reply.text += text;
    return text;
  };
  try {
    const options = { signal, usage };
    for await (const part of textOf(model, { system, messages }, options)) {
      const text = guard.push(marks.push(part));
      if (text !== "") yield say(text);
      if (reply.text.length > MAX_ANSWER) break;
    }
    const rest = guard.push(marks.end()) + guard.end();
    if (rest !== "") yield say(rest);
    if (reply.text.trim() === "") throw new Error("The model answered nothing");
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new AppError(
      "unavailable",
      "The answer could not be finished. Ask again in a moment.",
      { cause },
    );
  } finally {
    usage.tokens ||= estimateTokens(JSON.stringify(messages) + system) +
      estimateTokens(reply.text);
  }
  reply.citations = marks.citations();
  reply.quoted = marks.quoted();
  reply.grounded = reply.citations.length > 0;
  reply.confidence = reply.grounded
    ? "sure"
    : marks.says_none
    ? "none"
    : "near";
}

type Prompt = { system: string; messages: ModelMessage[] };

/** Streams the server's text without the model's reasoning. Throws if it fails or is too slow. */
async function* textOf(
  model: TwinModel,
  prompt: Prompt,
  { signal, usage }: { signal: AbortSignal; usage: Usage },
): AsyncGenerator<string> {
  const timeout = new AbortController();
  const { first_byte_ms, gap_ms, total_ms } = model.times;
  let timer = setTimeout(() => timeout.abort(), first_byte_ms);
  const total = setTimeout(() => timeout.abort(), total_ms);
  try {
    const { stream, totalUsage } = streamText({
      // Some models reason aloud, between tags.
      model: wrapLanguageModel({
        model: createOpenAICompatible({
          name: "model",
          baseURL: model.base_url,
          apiKey: model.api_key || undefined,
          includeUsage: true,
          fetch: modelFetch(model),
        })(model.name),
        middleware: extractReasoningMiddleware({ tagName: "think" }),
      }),
      ...prompt,
      maxOutputTokens: MAX_ANSWER_TOKENS,
      maxRetries: 1,
      abortSignal: AbortSignal.any([signal, timeout.signal]),
      onError: () => {},
    });
    totalUsage.then(({ totalTokens }) => {
      if (totalTokens) usage.tokens = totalTokens;
    }, () => {});
    // `textStream` would end silently if the model failed or timed out.
    for await (const part of stream) {
      if (part.type === "error") throw part.error;
      if (part.type === "abort") throw new Error("The model took too long");
      if (part.type !== "text-delta" && part.type !== "reasoning-delta") {
        continue;
      }
      clearTimeout(timer);
      timer = setTimeout(() => timeout.abort(), gap_ms);
      if (part.type === "text-delta") yield part.text;
    }
  } finally {
    clearTimeout(timer);
    clearTimeout(total);
    timeout.abort();
  }
}

/** The rules, then the owner's voice, then the reminder that the rules hold. */
function systemOf(twin: Question["twin"]): string {
  return [systemPrompt(twin), voice(twin), RULES_HOLD].join("\n");
}

/** The most tokens that an answer may take, including its prompt. */
export function mostTokens(hits: Hit[], question: Question): number {
  const { twin, message, history } = question;
  const asked = systemOf(twin) + userPrompt(message, hits) +
    JSON.stringify(toChatMessages(history));
  return estimateTokens(asked) + MAX_ANSWER_TOKENS;
}
