import { z } from "zod";
import type { EmbeddingsConfig } from "../config.ts";
import { AppError } from "../errors.ts";
import { guardedFetch, readWhole } from "../net/guarded_fetch.ts";

/** As many vectors as a batch has, in digits. */
const MAX_BYTES = 16 * 2 ** 20;
const MAX_DIMENSIONS = 4_096;

const answer = z.object({
  data: z.array(z.object({
    index: z.number().int().optional(),
    embedding: z.array(z.number()).min(1).max(MAX_DIMENSIONS),
  })),
});

/**
 * Vectors of some texts, in their order and all of one length, from an OpenAI-compatible server. Throws `unavailable`
 * where it does not answer in time or answers something else.
 */
export async function embedTexts(
  server: EmbeddingsConfig,
  texts: readonly string[],
  { timeout_ms, signal, local_hosts }: {
    timeout_ms: number;
    signal?: AbortSignal;
    local_hosts: readonly string[];
  },
): Promise<number[][]> {
  const { base_url, api_key, model } = server;
  const fetched = await guardedFetch(`${base_url}/embeddings`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...api_key ? { authorization: `Bearer ${api_key}` } : {},
    },
    body: JSON.stringify({ model, input: texts, encoding_format: "float" }),
    ...{ timeout_ms, signal, max_bytes: MAX_BYTES },
    // The operator's own server may be anywhere.
    local_hosts: [...local_hosts, placeOf(base_url)],
  });
  const bytes = await readWhole(fetched);
  if (fetched.status !== 200) {
    throw unusable(`answers with the error ${fetched.status}`);
  }
  return vectorsOf(bytes, texts.length);
}

function vectorsOf(bytes: Uint8Array, count: number): number[][] {
  let read;
  try {
    read = answer.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw unusable("answers no vectors");
  }
  const vectors = read.data.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0))
    .map(({ embedding }) => embedding);
  const is_even = vectors.every(({ length }) => length === vectors[0].length);
  if (vectors.length === count && is_even) return vectors;
  throw unusable("answers other vectors than it was asked for");
}

function unusable(what: string): AppError {
  return new AppError("unavailable", `The embedding server ${what}.`);
}

function placeOf(address: string): string {
  const { hostname, port, protocol } = new URL(address);
  return `${hostname}:${port || (protocol === "https:" ? 443 : 80)}`;
}
