import { breathe } from "../breathe.ts";

/** Values sorted or merged before others are served. */
const STEP = 256;

/** Sorts values stably, serving others meanwhile. */
export async function sorted<T>(
  all: readonly T[],
  order: (a: T, b: T) => number,
): Promise<T[]> {
  let runs: T[][] = [];
  for (let at = 0; at < all.length; at += STEP) {
    await breathe();
    runs.push(all.slice(at, at + STEP).sort(order));
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let i = 0; i < runs.length; i += 2) {
      merged.push(await merge(runs[i], runs[i + 1] ?? [], order));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge<T>(
  a: readonly T[],
  b: readonly T[],
  order: (a: T, b: T) => number,
): Promise<T[]> {
  const merged: T[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (merged.length % STEP === 0) await breathe();
    merged.push(order(a[i], b[j]) <= 0 ? a[i++] : b[j++]);
  }
  return merged.concat(a.slice(i), b.slice(j));
}
