const ROUNDS = 60;

/** Vectors of one size, one after another. */
export type Rows = { values: Float32Array; size: number };

/** The mean of all rows. */
export function meanOf({ values, size }: Rows): Float32Array {
  const mean = new Float32Array(size);
  for (let i = 0; i < values.length; i++) mean[i % size] += values[i];
  return mean.map((x) => x * size / values.length);
}

/** The `count` directions in which the rows differ most from their mean, strongest first (orthogonal iteration). */
export function strongest(rows: Rows, count: number): Float64Array[] {
  const { size } = rows;
  const covariance = covarianceOf(rows);
  let found: Float64Array[] = Array.from(
    { length: count },
    (_, k) => Float64Array.from({ length: size }, (_, d) => Number(d === k)),
  );
  for (let round = 0; round < ROUNDS; round++) {
    found = orthogonal(found.map((v) => times(covariance, v)));
  }
  return found;
}

function covarianceOf({ values, size }: Rows): Float64Array[] {
  const mean = meanOf({ values, size });
  const sum = Array.from({ length: size }, () => new Float64Array(size));
  const row = new Float64Array(size);
  for (let at = 0; at < values.length; at += size) {
    for (let d = 0; d < size; d++) row[d] = values[at + d] - mean[d];
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) sum[i][j] += row[i] * row[j];
    }
  }
  return sum;
}

function times(matrix: readonly Float64Array[], v: Float64Array): Float64Array {
  return Float64Array.from(matrix, (row) => dot(row, v));
}

/** Modified Gram-Schmidt orthogonalisation. */
function orthogonal(vectors: Float64Array[]): Float64Array[] {
  const found: Float64Array[] = [];
  for (const vector of vectors) {
    for (const other of found) {
      const along = dot(vector, other);
      for (let d = 0; d < vector.length; d++) vector[d] -= along * other[d];
    }
    const length = Math.sqrt(dot(vector, vector)) || 1;
    found.push(vector.map((x) => x / length));
  }
  return found;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d] * b[d];
  return sum;
}

/** Projects each row, less `origin`, onto these directions, and normalises it. */
export function told(
  { values, size }: Rows,
  origin: Float32Array,
  directions: readonly Float64Array[],
): Float32Array {
  const count = directions.length;
  const out = new Float32Array(values.length / size * count);
  for (let row = 0; row * size < values.length; row++) {
    const part = directions.map((direction) => {
      let sum = 0;
      for (let d = 0; d < size; d++) {
        sum += direction[d] * (values[row * size + d] - origin[d]);
      }
      return sum;
    });
    const length = Math.hypot(...part) || 1;
    part.forEach((x, k) => out[row * count + k] = x / length);
  }
  return out;
}
