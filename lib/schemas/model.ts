import { z } from "zod";
import { DEFAULT_DAILY_TOKENS } from "../config/config.ts";
import { httpUrl, line } from "./common.ts";

/** A language model chosen by a twin's owner, as stored with the twin. */
export type StoredModel = {
  base_url: string;
  name: string;
  /** Sealed; null if the server needs none. */
  sealed_key: string | null;
  /** Tokens per day, 0 for no limit. */
  daily_tokens: number;
};

export const modelInput = z.strictObject({
  base_url: httpUrl,
  model: line(200),
  /** If omitted, the earlier key stays, as long as the server is the same; null removes it. */
  api_key: z.string().trim().min(1).max(1_000).meta({ secret: true }).nullable()
    .optional(),
  daily_tokens: z.number({ error: "Write a number of tokens, 0 for no limit" })
    .int("Write whole tokens").min(0, "Write 0 or more")
    .max(1e12, "Write at most 1,000,000,000,000")
    .default(DEFAULT_DAILY_TOKENS.twin),
});
export type ModelInput = z.infer<typeof modelInput>;

const MODEL_PROVIDERS = [
  "openai",
  "anthropic",
  "mistral",
  "groq",
  "openrouter",
  "ollama",
  "other",
] as const;
export type ModelProvider = (typeof MODEL_PROVIDERS)[number];

/** Like `modelInput`, by the provider's name: its address is known, and a model is chosen if none is named. */
export const connectInput = modelInput.extend({
  provider: z.enum(MODEL_PROVIDERS, { error: "Choose who writes the answers" }),
  base_url: httpUrl.optional(),
  model: line(200).optional(),
});
export type ConnectInput = z.infer<typeof connectInput>;

/** One question answered directly from the content, and worded by the twin's model. */
export type SampleAnswer = {
  question: string;
  before: string;
  /** Null if the model is not asked, since the twin's own words are given as they are. */
  after: string | null;
  /** The tokens the model used, including its prompt. */
  tokens: number;
};

/** What answers for a twin: its own model, the server's, or none. Never a key. */
export const modelView = z.strictObject({
  source: z.enum(["twin", "server", "none"]),
  base_url: z.string().nullable(),
  model: z.string().nullable(),
  has_key: z.boolean(),
  daily_tokens: z.number().int(),
  tokens_today: z.number().int(),
  /** The embedding model used for search by meaning; null if the search uses words only. */
  embeddings: z.string().nullable(),
});
export type ModelView = z.infer<typeof modelView>;

export const modelCheckView = z.strictObject({
  answer: z.string(),
  took_ms: z.number().int(),
});
