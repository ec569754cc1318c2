/* How weights are fitted, and to which questions. */
import { SIGNS, type Signs } from "../../lib/engine/confidence.ts";
import { type AnswerSet, indexOf } from "./sets.ts";

/** An answer's signs, whether it is right, and what that counts. */
export type Judged = { weight: number; signs: Signs; right: boolean };

/** A set's questions, each with two indexes: one with the items that answer it, one without. */
export function* asked({ set, folds }: { set: AnswerSet; folds: number }) {
  const whole = indexOf([set]);
  for (const { question, right } of set.asked) {
    if (right === "small") continue;
    yield { question, right, index: whole, is_left_out: false };
  }
  const titles = [...new Set(set.items.map(({ title }) => title))];
  const answered = set.asked.filter(({ right }) => typeof right === "function");
  if (folds === 0) {
    for (const { question, right } of answered) {
      if (typeof right !== "function") continue;
      const items = set.items.filter(({ title, body }) =>
        !right(`${title}\n${body}`)
      );
      if (items.length === set.items.length || items.length < 4) continue;
      const index = indexOf([{ ...set, items }]);
      yield { question, right: null, index, is_left_out: true };
    }
    return;
  }
  for (let fold = 0; fold < folds; fold++) {
    const out = new Set(titles.filter((_, i) => i % folds === fold));
    const items = set.items.filter(({ title }) => !out.has(title));
    const left_out = set.items.filter(({ title }) => out.has(title));
    const index = indexOf([{ ...set, items }]);
    for (const { question, right } of answered) {
      if (typeof right !== "function") continue;
      const there = left_out.some(({ body }) => right(body));
      const elsewhere = items.some(({ body }) => right(body));
      if (!there || elsewhere) continue;
      yield { question, right: null, index, is_left_out: true };
    }
  }
}

/** Fits log-odds to judged answers. */
export function fitConfidence(
  all: readonly Judged[],
): { bias: number; stakes: Signs } {
  const names = ["bias", ...SIGNS] as const;
  const w = names.map(() => 0);
  const values = (signs: Signs): Record<string, number> => ({
    bias: 1,
    ...signs,
  });
  adam(w, (gradient) => {
    for (const { signs, right, weight } of all) {
      const told = values(signs);
      const odds = dot(w, names, told);
      const error = 1 / (1 + Math.exp(-odds)) - Number(right);
      names.forEach((name, f) => gradient[f] += weight * error * told[name]);
    }
    names.forEach((name, f) => gradient[f] += name === "bias" ? 0 : 0.5 * w[f]);
  });
  const [bias, ...stakes] = w.map(round);
  return {
    bias,
    stakes: Object.fromEntries(
      SIGNS.map((name, f) => [name, stakes[f]]),
    ) as Signs,
  };
}

export function dot(
  w: readonly number[],
  names: readonly string[],
  values: Record<string, number>,
): number {
  return names.reduce((sum, name, i) => sum + w[i] * values[name], 0);
}

export function adam(w: number[], fill: (gradient: number[]) => void): void {
  const m = w.map(() => 0), v = w.map(() => 0);
  for (let step = 1; step <= 600; step++) {
    const gradient = w.map(() => 0);
    fill(gradient);
    w.forEach((_, i) => {
      m[i] = 0.9 * m[i] + 0.1 * gradient[i];
      v[i] = 0.999 * v[i] + 0.001 * gradient[i] ** 2;
      const rate = 0.05 * (m[i] / (1 - 0.9 ** step));
      w[i] -= rate / (Math.sqrt(v[i] / (1 - 0.999 ** step)) + 1e-8);
    });
  }
}

export function round(value: number): number {
  return Math.round(1000 * value) / 1000;
}
