/** Vectors of one length, each as whole numbers from -127 to 127: their directions, to about a percent. */
export type Packed = { dimensions: number; rows: Int8Array<ArrayBuffer> };

/** A value in the store holds 65,536 bytes. */
const CHUNK_BYTES = 60_000;

/** Packs vectors for storing. Lengths do not count, so each is scaled to the full range. */
export function pack(vectors: readonly number[][]): Packed {
  const dimensions = vectors[0]?.length ?? 0;
  const rows = new Int8Array(vectors.length * dimensions);
  vectors.forEach((vector, row) => {
    const most = vector.reduce((a, b) => Math.max(a, Math.abs(b)), 0) || 1;
    vector.forEach((value, i) =>
      rows[row * dimensions + i] = Math.round(127 * value / most)
    );
  });
  return { dimensions, rows };
}

/** Splits packed vectors into chunks that fit a value in the store. */
export function* chunksOf({ dimensions, rows }: Packed): Generator<Packed> {
  const size = Math.max(1, Math.floor(CHUNK_BYTES / dimensions)) * dimensions;
  for (let at = 0; at < rows.length; at += size) {
    yield { dimensions, rows: rows.slice(at, at + size) };
  }
}

/** The cosine of each packed vector with another one; 0 if their dimensions differ. */
export function similarities(
  { dimensions, rows }: Packed,
  vector: readonly number[],
): number[] {
  const count = dimensions > 0 ? rows.length / dimensions : 0;
  if (vector.length !== dimensions) return new Array(count).fill(0);
  const own = Float32Array.from(vector);
  const size = Math.hypot(...own);
  return Array.from({ length: count }, (_, row) => {
    let dot = 0;
    let square = 0;
    for (let i = 0; i < dimensions; i++) {
      const value = rows[row * dimensions + i];
      dot += value * own[i];
      square += value * value;
    }
    return dot / (Math.sqrt(square) * size || 1);
  });
}

/** Whether the maximum of these numbers exceeds them by more than chance explains. */
export function standsOut(values: readonly number[]): boolean {
  const { length } = values;
  if (length < LEAST) return false;
  const mean = values.reduce((a, b) => a + b) / length;
  const spread = Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / length,
  );
  const most = values.reduce((a, b) => Math.max(a, b));
  return spread > 0 && (most - mean) / spread > Math.sqrt(2 * Math.log(length));
}

/** Fewer numbers permit no conclusion. */
const LEAST = 6;
