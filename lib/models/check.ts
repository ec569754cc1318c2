import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { APICallError, generateText } from "ai";
import { AppError, isAppError } from "../errors.ts";
import type { TwinModel } from "./twin_model.ts";
import { modelFetch } from "./model_fetch.ts";

const MAX_WORD = 200;

/** Asks a model a plain question. Throws `unavailable`, with what to check. */
export async function pingModel(model: TwinModel): Promise<string> {
  const { text } = await askOnce(model, {
    prompt: "Answer with one word: hello.",
    most_tokens: 200,
    signal: AbortSignal.timeout(model.times.first_byte_ms),
  });
  return text.trim().slice(0, MAX_WORD);
}

/** Asks for one whole answer; returns it with the tokens it took. Throws `unavailable`, with what to check. */
export async function askOnce(
  model: TwinModel,
  { system, prompt, most_tokens, signal }: {
    system?: string;
    prompt: string;
    most_tokens: number;
    signal: AbortSignal;
  },
): Promise<{ text: string; tokens: number | undefined }> {
  try {
    const { text, totalUsage } = await generateText({
      model: createOpenAICompatible({
        name: "model",
        baseURL: model.base_url,
        apiKey: model.api_key || undefined,
        fetch: modelFetch(model),
      })(model.name),
      ...{ system, prompt, maxOutputTokens: most_tokens },
      maxRetries: 0,
      abortSignal: signal,
    });
    return { text, tokens: totalUsage.totalTokens };
  } catch (cause) {
    throw new AppError("unavailable", reasonOf(cause), { cause });
  }
}

/** Why a model could not be asked, without the server's own text, which may contain anything. */
function reasonOf(error: unknown): string {
  const status = APICallError.isInstance(error) ? error.statusCode : undefined;
  if (status === 401 || status === 403) {
    return "The model's server does not accept the key. Enter it again.";
  }
  if (status === 404) {
    return "The model's server does not know this model or this address. The address usually ends with /v1.";
  }
  if (status === 429) {
    return "The model's server limits how often it is asked, or your account has no credit left. Check your account with the provider.";
  }
  if (status) return `The model's server responded with the error ${status}.`;
  for (let e = error; e instanceof Error; e = e.cause) {
    if (isAppError(e)) return e.message;
  }
  return "The model's server does not respond. Check its address.";
}
