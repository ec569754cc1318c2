import { z } from "zod";
import { citation, confidence } from "./chat.ts";

const TEXT_ALONE =
  "Send text only: a twin does not accept pictures, sounds or files";

const part = z.object({
  type: z.literal("text", TEXT_ALONE),
  text: z.string(),
});

const message = z.object({
  role: z.enum([
    "system",
    "developer",
    "user",
    "assistant",
    "tool",
    "function",
  ]),
  /** May be missing for an assistant that called a tool. */
  content: z.union([z.string(), z.array(part)], TEXT_ALONE).nullish(),
});
export type CompletionMessage = z.infer<typeof message>;

const NO_EFFECT = "Accepted, without effect";

/** OpenAI's request. Unknown fields are ignored, as OpenAI does; it is the only body that is not strict. */
export const completionInput = z.object({
  model: z.string().describe("The id of the key's twin"),
  messages: z.array(message).min(1).max(2_000).describe(
    "The last message with the role user is the question, those before it are its context; system messages have no effect",
  ),
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean().nullish() }).nullish(),
  n: z.literal(1, "A twin gives one answer: leave this out, or send 1")
    .nullish(),
  response_format: z.object({
    type: z.literal(
      "text",
      "A twin answers in text only: leave this out, or ask for text",
    ),
  }).nullish(),
  tool_choice: z.union(
    [z.literal("none"), z.literal("auto")],
    "A twin calls no tools: leave this out, or send auto",
  ).nullish(),
  temperature: z.number().min(0).max(2).nullish().describe(NO_EFFECT),
  top_p: z.number().min(0).max(1).nullish().describe(NO_EFFECT),
  max_tokens: z.number().int().min(1).nullish().describe(NO_EFFECT),
  max_completion_tokens: z.number().int().min(1).nullish().describe(NO_EFFECT),
});
export type CompletionInput = z.infer<typeof completionInput>;

const urlCitation = z.strictObject({
  type: z.literal("url_citation"),
  url_citation: z.strictObject({
    url: z.string(),
    title: z.string(),
    start_index: z.number().int(),
    end_index: z.number().int(),
  }),
});
export type UrlCitation = z.infer<typeof urlCitation>;

/** What OpenAI's format has no field for; the session continues if its id is sent back as `x-session-id`. */
const ofTwin = z.strictObject({
  session_id: z.string(),
  message_id: z.string(),
  grounded: z.boolean(),
  confidence,
  citations: z.array(citation).max(3),
});

/** Estimated from the length of the texts: about what a model would count. */
const usage = z.strictObject({
  prompt_tokens: z.number().int(),
  completion_tokens: z.number().int(),
  total_tokens: z.number().int(),
});
export type CompletionUsage = z.infer<typeof usage>;

export const completionView = z.strictObject({
  id: z.string(),
  object: z.literal("chat.completion"),
  created: z.number().int(),
  model: z.string(),
  choices: z.array(z.strictObject({
    index: z.literal(0),
    message: z.strictObject({
      role: z.literal("assistant"),
      content: z.string(),
      refusal: z.null(),
      annotations: z.array(urlCitation),
    }),
    logprobs: z.null(),
    finish_reason: z.literal("stop"),
  })),
  usage,
  twincast: ofTwin,
});
export type CompletionView = z.infer<typeof completionView>;

export const modelView = z.strictObject({
  id: z.string(),
  object: z.literal("model"),
  created: z.number().int(),
  owned_by: z.literal("twincast"),
  /** The twin's. */
  name: z.string(),
});
export type ModelView = z.infer<typeof modelView>;

export const modelListView = z.strictObject({
  object: z.literal("list"),
  data: z.array(modelView),
});

/** A refusal in OpenAI's format. */
export type CompletionError = {
  error: {
    message: string;
    type: string;
    param: string | null;
    /** Lets the twin's owner look up the reason. */
    reason_code?: string;
    code: string | null;
  };
};
