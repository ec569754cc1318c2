import type { Confidence } from "../schemas/chat.ts";
import type { Kind } from "./lexicon_file.ts";
import type { Question } from "./question.ts";
import { bestOfEach, type Ranked } from "./ranking.ts";
import { cosine } from "./word_vectors.ts";
import weights from "./weights.json" with { type: "json" };

/** The features of a passage that also indicate whether it answers. */
const OF_PASSAGE = [
  "fit",
  "best",
  "kind",
  "nameless",
  "means",
  "phrase_best",
  "title_alone",
  "matter_titled",
  "matter_said",
] as const;

/** What indicates whether the best passage answers at all: some of its features, and how it compares. */
export const SIGNS = [
  ...OF_PASSAGE,
  /** Its likelihood by the ranking, among the best passages of all items. */
  "share",
  /** The score of the best passage of another item. */
  "next",
  /** Whether no other item has a sentence closer in meaning. */
  "closest",
  /** How many terms the question has, and how many that name a subject this passage lacks; about 0 to 1. */
  "terms",
  "lacking",
  /** Whether the question is general, and then the share of other items that tell of its matter. */
  "general",
  "matter_rivals",
  /** The number of passages: the more, the likelier that one shares words by chance. */
  "size",
] as const;
export type Signs = Record<typeof SIGNS[number], number>;

/** Log-odds that the best passage answers: a bias, and what each sign counts. */
type Odds = { bias: number; stakes: Signs };

/** Fitted by `bench/answers/fit.ts`. */
const ODDS: Odds = weights.confidence;

/** The log-odds from which an answer is given, and from which it is offered. */
const SURE = 0.4;
const NEAR = -3.3;
/** The least similarity at which a sentence counts as close in meaning without sharing a word. */
const CLOSE_MEANING = 0.35;

/** The score of an item that has nothing to do with the question: the rival where there is no other. */
const UNRELATED = 5;
/** The similarity in meaning from which two items say much the same, and are no rivals. */
const SAME = 0.9;
/** Kinds of things that are numbers, and from when one counts as contained. */
const NUMBERS: ReadonlySet<Kind> = new Set([
  "how_much",
  "how_many",
  "how_long",
  "how_old",
  "how_far",
]);
const SAID = 0.15;
/** The share of a term's weight from which it counts as found. */
const FOUND = 0.4;

export function signsOf(
  question: Question,
  ranked: readonly Ranked[],
  size: number,
): Signs {
  const { features, score, hit, found } = ranked[0];
  const others = bestOfEach(ranked)
    .filter((one) => one.hit.content_id !== hit.content_id);
  const lacking = question.asked
    .filter(({ weight, is_light }, i) =>
      !is_light && found[i] < FOUND * weight
    );
  const rivals = others
    .filter((one) => cosine(one.hit.read.meaning, hit.read.meaning) < SAME)
    .map((one) => Math.exp(one.score - score));
  return {
    ...pick(features, OF_PASSAGE),
    share: 1 /
      rivals.reduce(
        (sum, rival) => sum + rival,
        1 + Math.exp(UNRELATED - score),
      ),
    next: Math.max(UNRELATED, ...others.map((one) => one.score)),
    closest:
      others.some((one) =>
          one.features.sentence_means > features.sentence_means
        )
        ? 0
        : 1,
    terms: Math.min(8, question.asked.length) / 8,
    lacking: Math.min(5, lacking.length) / 5,
    general: question.matter.size > 0 ? 1 : 0,
    matter_rivals: others.filter(tells).length / (others.length || 1),
    size: Math.log(Math.max(8, Math.min(size, 400)) / 8),
  };
}

function tells({ features }: Ranked): boolean {
  return features.matter_titled > 0 || features.matter_said > 0;
}

function pick<Name extends string>(
  all: Readonly<Record<Name, number>>,
  names: readonly Name[],
): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, all[name]])) as Record<
    Name,
    number
  >;
}

/** Whether any passage contains, even loosely, a term of the question. */
function isSaid({ asked, total }: Question): boolean {
  const unknown = asked.filter(({ gains, weight }) =>
    !gains.values().some((gain) => gain >= FOUND * weight)
  );
  const share = unknown.reduce((sum, { weight }) => sum + weight, 0);
  return share <= 0.99 * (total || 1);
}

/** Whether a number is asked for that the best passage does not have: a price, an age, how long, how many, how far. */
function lacksNumber({ kinds: [kind] }: Question, best: Ranked): boolean {
  return kind !== undefined && NUMBERS.has(kind) && best.kind < SAID;
}

function logOdds(signs: Signs): number {
  const { bias, stakes } = ODDS;
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
  const odds = logOdds(signs);
  // If no passage contains any of it, similar meaning lets an answer be offered, never given.
  const is_said = isSaid(question);
  const is_like = ranked[0].features.sentence_means >= CLOSE_MEANING;
  if (odds < NEAR || !is_said && !is_like) return { confidence: "none", odds };
  // Nothing is near a general question that nothing tells of: "What if I need to cancel?".
  if (question.matter.size > 0 && !ranked.some(tells)) {
    return { confidence: "none", odds };
  }
  const is_sure = odds >= SURE && is_said &&
    !lacksNumber(question, ranked[0]);
  return { confidence: is_sure ? "sure" : "near", odds };
}
