/** Dimensions of a vector, each a byte. */
const DIMENSIONS = 64;

/** A word at this place of the list counts half in a mean. */
const FREQUENT = 1_000;

/** How near two means are, -1 to 1; 0 where one is missing. */
export function cosine(a: Float32Array | null, b: Float32Array | null): number {
  if (!a || !b) return 0;
  let sum = 0;
  for (let d = 0; d < DIMENSIONS; d++) sum += a[d] * b[d];
  return sum;
}

/** What English words mean, as vectors: words of like meaning point the same way. */
export class WordVectors {
  readonly #rows: ReadonlyMap<string, number>;
  readonly #bytes: Int8Array;
  readonly #lengths: Float32Array;
  #end: number;

  /** `room`: how many rows can be added. */
  constructor(words: readonly string[], bytes: Int8Array, room = 2_000) {
    this.#rows = new Map(words.map((word, row) => [word, row]));
    this.#end = words.length;
    this.#bytes = new Int8Array((words.length + room) * DIMENSIONS);
    this.#bytes.set(bytes);
    this.#lengths = new Float32Array(words.length + room).fill(1);
    for (let row = 0; row < words.length; row++) {
      this.#lengths[row] = Math.sqrt(this.#dot(row, row)) || 1;
    }
  }

  /** Adds a row that means what a vector of length 1 does; answers its number, -1 where there is no room. */
  add(mean: Float32Array): number {
    const row = this.#end;
    if (row >= this.#lengths.length) return -1;
    this.#end++;
    const largest = Math.max(...mean.map(Math.abs)) || 1;
    mean.forEach((x, d) =>
      this.#bytes[row * DIMENSIONS + d] = Math.round(127 * x / largest)
    );
    this.#lengths[row] = Math.sqrt(this.#dot(row, row)) || 1;
    return row;
  }

  /** A word's row, ordered by frequency, most frequent first; -1 where the table does not have it. */
  row(word: string): number {
    return this.#rows.get(word) ?? -1;
  }

  /** The cosine of two words' vectors. */
  likeness(a: number, b: number): number {
    return this.#dot(a, b) / (this.#lengths[a] * this.#lengths[b]);
  }

  /** The mean of words' vectors, of length 1; null where none is known. */
  mean(words: readonly string[]): Float32Array | null {
    return this.meanOf(
      words.map((word) => this.row(word)).filter((row) => row >= 0),
    );
  }

  /** The same, of rows; rare words count more than frequent ones (Arora, Liang, Ma: SIF embeddings, 2017). */
  meanOf(rows: readonly number[]): Float32Array | null {
    if (rows.length === 0) return null;
    const mean = new Float32Array(DIMENSIONS);
    for (const row of rows) {
      const weight = row / (row + FREQUENT) / this.#lengths[row];
      for (let d = 0; d < DIMENSIONS; d++) {
        mean[d] += weight * this.#bytes[row * DIMENSIONS + d];
      }
    }
    const length = Math.hypot(...mean) || 1;
    return mean.map((x) => x / length);
  }

  #dot(a: number, b: number): number {
    const bytes = this.#bytes;
    let sum = 0;
    for (
      let i = a * DIMENSIONS, j = b * DIMENSIONS, end = i + DIMENSIONS;
      i < end;
      i++, j++
    ) sum += bytes[i] * bytes[j];
    return sum;
  }
}

/** Reads `en.txt` (a word a line) and `en.bin` from a folder. */
export function readWordVectors(folder: URL): WordVectors {
  const words = Deno.readTextFileSync(new URL("en.txt", folder)).trim();
  const bytes = Deno.readFileSync(new URL("en.bin", folder));
  return new WordVectors(words.split("\n"), new Int8Array(bytes.buffer));
}
