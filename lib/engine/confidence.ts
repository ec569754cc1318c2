import type { Confidence } from "../schemas/chat.ts";
import { containsKind } from "./answer_kinds.ts";
import type { Kind } from "./lexicon_file.ts";
import type { Question } from "./question.ts";
import { FEATURES, type Ranked } from "./ranking.ts";
import type { Language } from "./text/languages.ts";
import weights from "./weights.json" with { type: "json" };

/** Features of the result that indicate whether the best passage answers at all. */
export const SIGNS = [
  ...FEATURES,
  /** Its lead over the best passage of another item. */
  "ahead",
  /** The same, by the similarity in meaning of the passage and its closest sentence. */
  "means_ahead",
  "sentence_means_ahead",
  /** How many words of the question name a subject. */
  "asked",
  /** The share of the question's terms that no passage matches, even loosely. */
  "unknown",
  /** The most telling term of the question that this passage lacks, as a share of all. */
  "missed",
  /** Whether it contains two or more terms that name a subject. */
  "two_found",
  /** The question asks for a price, a time or a number, and there is none. */
  "kind_missing",
  /** The number of passages: the more, the likelier that one shares words by chance. */
  "size",
] as const;
export type Signs = Record<typeof SIGNS[number], number>;

/** Log-odds that the best passage answers: a bias, and what each sign counts. */
type Odds = { bias: number; stakes: Signs };

/** Fitted by `bench/answers/fit.ts`, and for some languages on their own by `fit_language.ts`. */
const COMMON: Odds = weights;
const OWN: Partial<Record<Language, Odds>> = weights.languages;

/** The log-odds from which an answer is given, and from which it is offered. */
const SURE = -0.2;
/** The same for languages whose words are covered well enough, or whose log-odds are their own. */
const SURE_IN: Partial<Record<Language, number>> = {
  ...{ en: -0.4, de: 0.15, it: -0.4 },
  ...{ ja: -0.6, ko: -0.5, zh: -0.15, pt: -0.65 },
};
const NEAR = -3.3;
const NEAR_IN: Partial<Record<Language, number>> = {
  ja: -4.6,
  ko: -4.6,
  zh: -4.6,
  pt: -4.3,
};
/** The least similarity at which a sentence counts as close in meaning without sharing a word. */
const ALIKE = 0.35;

/** Kinds of answers that are recognised by figures. */
const COUNTED: ReadonlySet<Kind | undefined> = new Set<Kind | undefined>(
  ["how_much", "when", "how_long", "how_many", "how_old", "how_far"],
);

export function signsOf(
  question: Question,
  ranked: readonly Ranked[],
  size: number,
): Signs {
  const [best] = ranked;
  const others = ranked.filter(({ hit }) =>
    hit.content_id !== best.hit.content_id
  );
  const [next] = others;
  const aheadBy = (name: "means" | "sentence_means") =>
    others.length === 0 ? 0 : best.features[name] -
      Math.max(...others.map(({ features }) => features[name]));
  const subjects = question.asked.filter(({ is_light }) => !is_light);
  const unknown = question.asked.filter(({ gains, weight }) =>
    !Array.from(gains.values()).some((gain) => gain >= 0.4 * weight)
  );
  return {
    ...best.features,
    ahead: Math.min(2, next ? best.score - next.score : 2),
    means_ahead: aheadBy("means"),
    sentence_means_ahead: aheadBy("sentence_means"),
    asked: Math.min(6, subjects.length) / 6,
    unknown: unknown.reduce((sum, { weight }) => sum + weight, 0) /
      (question.total || 1),
    missed: Math.max(
      0,
      ...question.asked.map(({ weight, is_light }, i) =>
        !is_light && best.found[i] < 0.4 * weight ? weight : 0
      ),
    ) / (question.total || 1),
    two_found: Math.min(
      1,
      question.asked.filter(({ weight, is_light }, i) =>
        !is_light && best.found[i] >= 0.4 * weight
      ).length / 2,
    ),
    kind_missing: COUNTED.has(question.kinds[0]) &&
        containsKind(question.kinds[0], best.hit.passage, best.hit.language) <
          0.5
      ? 1
      : 0,
    size: Math.log(Math.max(8, Math.min(size, 400)) / 8),
  };
}

function logOdds(signs: Signs, language: Language): number {
  const { bias, stakes } = OWN[language] ?? COMMON;
  return SIGNS.reduce((sum, name) => sum + stakes[name] * signs[name], bias);
}

/** How confident the best of these is. A sure answer contains a telling word or idea of the question. */
export function confidenceOf(
  question: Question,
  ranked: readonly Ranked[],
  size: number,
): { confidence: Confidence; odds: number } {
  const nothing = { confidence: "none" as const, odds: -9 };
  if (ranked.length === 0 || question.total === 0) return nothing;
  const signs = signsOf(question, ranked, size);
  const odds = logOdds(signs, question.language);
  // If no passage contains any of it, similar meaning lets an answer be offered, never given.
  const is_said = signs.unknown <= 0.99;
  const is_like = signs.sentence_means >= ALIKE;
  const is_near = odds >= (NEAR_IN[question.language] ?? NEAR);
  if (!is_near || !is_said && !is_like) return { confidence: "none", odds };
  const is_sure = odds >= (SURE_IN[question.language] ?? SURE) && is_said;
  return { confidence: is_sure ? "sure" : "near", odds };
}
