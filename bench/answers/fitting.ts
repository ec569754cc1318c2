/* What the fits of weights share. */
import { SIGNS, type Signs } from "../../lib/engine/confidence.ts";
import { type AnswerSet, indexOf } from "./sets.ts";

/** An answer's signs, whether it is right, and what that counts. */
export type Judged = { weight: number; signs: Signs; right: boolean };

type Odds = { bias: number; stakes: Signs | null };

/** A set's questions, each with two indexes: one with the items that answer it, one without. */
export function* asked({ set, folds }: { set: AnswerSet; folds: number }) {
  const whole = indexOf([set]);
  for (const { question, right } of set.asked) {
    if (right === "small") continue;
    yield { question, right, index: whole };
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
      yield { question, right: null, index: indexOf([{ ...set, items }]) };
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
      if (there && !elsewhere) yield { question, right: null, index };
    }
  }
}

/** Fits log-odds to judged answers; they are drawn to `around` the more, the greater `pull` is. */
export function fitConfidence(
  all: readonly Judged[],
  around: Odds = { bias: 0, stakes: null },
  pull = 0.5,
): { bias: number; stakes: Signs } {
  const names = ["bias", ...SIGNS] as const;
  const start = [
    around.bias,
    ...SIGNS.map((name) => around.stakes?.[name] ?? 0),
  ];
  const w = [...start];
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
    names.forEach((name, f) =>
      gradient[f] += name === "bias" ? 0 : pull * (w[f] - start[f])
    );
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
