import type { Confidence } from "../schemas/chat.ts";
import type { Question } from "./question.ts";
import { FEATURES, type Ranked } from "./ranking.ts";
import weights from "./weights.json" with { type: "json" };

/** What tells whether the best passage answers at all, beside its features. */
export const SIGNS = [
  ...FEATURES,
  /** How far it is ahead of the best passage of another item. */
  "ahead",
  /** How much is asked for, in words that name a subject. */
  "asked",
  /** The share of what is asked for that no passage has, nor anything like it. */
  "unknown",
  /** How many passages there are: the more, the likelier that one shares words by chance. */
  "size",
] as const;
export type Signs = Record<typeof SIGNS[number], number>;

/** Log-odds that the best passage answers; fitted by `bench/answers/fit.ts`. */
const { bias, stakes }: { bias: number; stakes: Signs } = weights;

/** The log-odds from which an answer is said, and from which it is offered. */
const SURE = -0.4;
const NEAR = -2.6;

export function signsOf(
  question: Question,
  ranked: readonly Ranked[],
  size: number,
): Signs {
  const [best] = ranked;
  const next = ranked.find(({ hit }) => hit.content_id !== best.hit.content_id);
  const subjects = question.asked.filter(({ is_light }) => !is_light);
  const unknown = question.asked.filter(({ gains, weight }) =>
    !Array.from(gains.values()).some((gain) => gain >= 0.4 * weight)
  );
  return {
    ...best.features,
    ahead: Math.min(2, next ? best.score - next.score : 2),
    asked: Math.min(6, subjects.length) / 6,
    unknown: unknown.reduce((sum, { weight }) => sum + weight, 0) /
      (question.total || 1),
    size: Math.log(Math.max(8, Math.min(size, 400)) / 8),
  };
}

export function logOdds(signs: Signs): number {
  return SIGNS.reduce((sum, name) => sum + stakes[name] * signs[name], bias);
}

/** How sure the best of these is. A sure answer says a telling word or idea of the question. */
export function confidenceOf(
  question: Question,
  ranked: readonly Ranked[],
  size: number,
): { confidence: Confidence; odds: number } {
  if (ranked.length === 0 || question.total === 0) {
    return { confidence: "none", odds: -9 };
  }
  const signs = signsOf(question, ranked, size);
  const odds = logOdds(signs);
  const confidence = odds >= SURE ? "sure" : odds >= NEAR ? "near" : "none";
  return { confidence, odds };
}
