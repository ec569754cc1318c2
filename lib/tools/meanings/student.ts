/** Texts as the rows of their words, and the teacher's vector of each, of length 1. */
type Lessons = {
  texts: readonly (readonly number[])[];
  targets: Float32Array;
};

const STEPS = 80;
const RATE = 0.02;
/** The weight of a word's own meaning relative to what the texts teach. */
const ANCHOR = 2;

/**
 * Learns one vector per word, such that the sum of a text's vectors points where the teacher's vector of the text
 * does (loss: 1 less the cosine; Adam, Kingma and Ba 2014, all texts at once). `alone`: the teacher's vector of each
 * word by itself, for words that few texts contain; `first`: the initial vectors.
 */
export function learn(
  { texts, targets }: Lessons,
  alone: Float32Array,
  { first, size }: { first: Float32Array; size: number },
): Float32Array {
  const vectors = Float32Array.from(first);
  const gradient = new Float32Array(vectors.length);
  const adam = new Adam(vectors.length);
  for (let step = 1; step <= STEPS; step++) {
    gradient.fill(0);
    let likeness = 0;
    const lesson = { vectors, gradient, size };
    texts.forEach((rows, n) =>
      likeness += pull(lesson, rows, targets.subarray(n * size), 1)
    );
    for (let row = 0; row * size < vectors.length; row++) {
      pull(lesson, [row], alone.subarray(row * size), ANCHOR);
    }
    adam.step(vectors, gradient);
    if (step % 10 === 0) {
      console.log(`step ${step}: ${(likeness / texts.length).toFixed(4)}`);
    }
  }
  return vectors;
}

/** Adds the gradient that turns the sum of these rows to the target; returns their cosine. */
function pull(
  { vectors, gradient, size }: {
    vectors: Float32Array;
    gradient: Float32Array;
    size: number;
  },
  rows: readonly number[],
  target: Float32Array,
  weight: number,
): number {
  const sum = new Float32Array(size);
  for (const row of rows) {
    for (let d = 0, i = row * size; d < size; d++, i++) sum[d] += vectors[i];
  }
  let square = 1e-12, dot = 0;
  for (let d = 0; d < size; d++) {
    square += sum[d] * sum[d];
    dot += sum[d] * target[d];
  }
  const length = Math.sqrt(square);
  const cosine = dot / length;
  for (let d = 0; d < size; d++) {
    sum[d] = weight * (cosine * sum[d] / length - target[d]) / length;
  }
  for (const row of rows) {
    for (let d = 0, i = row * size; d < size; d++, i++) gradient[i] += sum[d];
  }
  return cosine;
}

class Adam {
  #first: Float32Array;
  #second: Float32Array;
  #steps = 0;

  constructor(size: number) {
    this.#first = new Float32Array(size);
    this.#second = new Float32Array(size);
  }

  step(values: Float32Array, gradient: Float32Array): void {
    this.#steps++;
    const first_share = 1 - 0.9 ** this.#steps;
    const second_share = 1 - 0.99 ** this.#steps;
    for (let i = 0; i < values.length; i++) {
      const g = gradient[i];
      this.#first[i] = 0.9 * this.#first[i] + 0.1 * g;
      this.#second[i] = 0.99 * this.#second[i] + 0.01 * g * g;
      values[i] -= RATE * (this.#first[i] / first_share) /
        (Math.sqrt(this.#second[i] / second_share) + 1e-6);
    }
  }
}
