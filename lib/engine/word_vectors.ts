/** The dimensions of a vector, one byte each. */
const DIMENSIONS = 64;

/** The meaning of a text: the sum of its words' vectors, and the length of that sum. */
export type Meaning = { sum: Float32Array; length: number };

/** The similarity of two meanings, -1 to 1; 0 if one is missing. */
export function cosine(a: Meaning | null, b: Meaning | null): number {
  if (!a || !b) return 0;
  return dot(a.sum, b.sum) / (a.length * b.length);
}

/** Like `cosine`, between a text and the combined meaning of two others. */
export function cosineToBoth(
  text: Meaning | null,
  a: Meaning | null,
  b: Meaning | null,
): number {
  if (!text || !a || !b) return cosine(text, a ?? b);
  const square = a.length ** 2 + b.length ** 2 + 2 * dot(a.sum, b.sum);
  const along = dot(text.sum, a.sum) + dot(text.sum, b.sum);
  return along / (text.length * (Math.sqrt(square) || 1));
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < DIMENSIONS; d++) sum += a[d] * b[d];
  return sum;
}

/**
 * Vectors of English words: words of similar meaning point the same way, and the sum of a text's words points where
 * its meaning does. A word that adds little to a text has a short vector.
 */
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
    for (let row = 0; row < words.length; row++) this.#measure(row);
  }

  /**
   * Adds a row with the average meaning of these words; returns its number, -1 if none is known or there is no room.
   */
  add(words: readonly string[]): number {
    const rows = words.map((word) => this.row(word)).filter((row) => row >= 0);
    const row = this.#end;
    if (rows.length === 0 || row >= this.#lengths.length) return -1;
    this.#end++;
    this.#sumOf(rows).forEach((x, d) =>
      this.#bytes[row * DIMENSIONS + d] = Math.round(x / rows.length)
    );
    this.#measure(row);
    return row;
  }

  /** The row of an English word, or of its singular; -1 if neither has a vector. */
  rowOfEither(word: string): number {
    const row = this.row(word);
    if (row >= 0 || !/[^s]s$/.test(word)) return row;
    return this.row(word.slice(0, -1));
  }

  /** A word's row; rows are ordered by frequency, most frequent first; -1 if the table does not have it. */
  row(word: string): number {
    return this.#rows.get(word) ?? -1;
  }

  /** The cosine of two words' vectors. */
  likeness(a: number, b: number): number {
    return this.#dot(a, b) / (this.#lengths[a] * this.#lengths[b]);
  }

  /** The combined meaning of the words in these rows; null if there are none. */
  meaningOf(rows: readonly number[]): Meaning | null {
    if (rows.length === 0) return null;
    const sum = this.#sumOf(rows);
    return { sum, length: Math.sqrt(dot(sum, sum)) || 1 };
  }

  #sumOf(rows: readonly number[]): Float32Array {
    const sum = new Float32Array(DIMENSIONS);
    for (const row of rows) {
      for (let d = 0, i = row * DIMENSIONS; d < DIMENSIONS; d++, i++) {
        sum[d] += this.#bytes[i];
      }
    }
    return sum;
  }

  #measure(row: number): void {
    this.#lengths[row] = Math.sqrt(this.#dot(row, row)) || 1;
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

/** Reads `en.txt` (one word per line) and `en.bin` from a folder. */
export function readWordVectors(folder: URL): WordVectors {
  const words = Deno.readTextFileSync(new URL("en.txt", folder)).trim();
  const bytes = Deno.readFileSync(new URL("en.bin", folder));
  return new WordVectors(words.split("\n"), new Int8Array(bytes.buffer));
}
