import { z } from "zod";
import type { EmbeddingsConfig } from "../config/config.ts";
import type { Context } from "../context.ts";
import { AppError } from "../errors.ts";
import { guardedFetch, readWhole } from "../net/guarded_fetch.ts";
import { hostAndPort } from "../net/public_addresses.ts";
import type { Twin } from "../schemas/twin.ts";
import { knownProvider, providerOf } from "./providers.ts";
import { modelOf } from "./twin_model.ts";

/** The size of a batch's vectors, as decimal text. */
const MAX_BYTES = 16 * 2 ** 20;
const MAX_DIMENSIONS = 4_096;

const answer = z.object({
  data: z.array(z.object({
    index: z.number().int().optional(),
    embedding: z.array(z.number()).min(1).max(MAX_DIMENSIONS),
  })),
});

/** An embedding server, ready to be asked. */
export type EmbeddingServer = EmbeddingsConfig & {
  /** `host:port` of private servers that it may be. */
  local_hosts: readonly string[];
};

/**
 * The server that embeds a twin's passages: the operator's, or else the twin's own model server if it is known to
 * support it.
 */
export function embeddingServerOf(
  app: Context,
  twin: Twin,
): EmbeddingServer | null {
  // Trial content is sent to nobody.
  if (twin.trial_ends_ms !== undefined) return null;
  const { embeddings, local_hosts } = app.config;
  if (embeddings) {
    // The operator's own server may be anywhere.
    const here = hostAndPort(new URL(embeddings.base_url));
    return { ...embeddings, local_hosts: [...local_hosts, here] };
  }
  if (!twin.model) return null;
  const { base_url } = twin.model;
  const model = knownProvider(providerOf(base_url))?.embeddings;
  const own = model && modelOf(app, twin);
  return own ? { base_url, model, api_key: own.api_key, local_hosts } : null;
}

/**
 * Embeds texts with an OpenAI-compatible server: vectors in the same order, all of one length. Throws `unavailable`
 * if it does not respond in time or returns something else.
 */
export async function embedTexts(
  server: EmbeddingServer,
  texts: readonly string[],
  { timeout_ms, signal }: { timeout_ms: number; signal?: AbortSignal },
): Promise<number[][]> {
  const { base_url, api_key, model, local_hosts } = server;
  const fetched = await guardedFetch(`${base_url}/embeddings`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...api_key ? { authorization: `Bearer ${api_key}` } : {},
    },
    body: JSON.stringify({ model, input: texts, encoding_format: "float" }),
    ...{ timeout_ms, signal, max_bytes: MAX_BYTES, local_hosts },
  });
  const bytes = await readWhole(fetched);
  if (fetched.status !== 200) {
    throw unusable(`responded with the error ${fetched.status}`);
  }
  return vectorsOf(bytes, texts.length);
}

function vectorsOf(bytes: Uint8Array, count: number): number[][] {
  let read;
  try {
    read = answer.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw unusable("returned no vectors");
  }
  const vectors = read.data.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0))
    .map(({ embedding }) => embedding);
  const is_even = vectors.every(({ length }) => length === vectors[0].length);
  if (vectors.length === count && is_even) return vectors;
  throw unusable("did not return one vector per text, all of one length");
}

function unusable(what: string): AppError {
  return new AppError("unavailable", `The embedding server ${what}.`);
}
