import { containsKind } from "./answer_kinds.ts";
import type { Hit } from "./passage.ts";
import type { Question } from "./question.ts";
import { pointsBack } from "./text/sentences.ts";
import { cosine, cosineToBoth } from "./word_vectors.ts";
import { gains, together, type Worth, worthOf } from "./worth.ts";
import weights from "./weights.json" with { type: "json" };

/** Features that indicate whether a passage answers, each about 0 to 1. */
export const FEATURES = [
  /** How well its terms fit, by the index's ranking. */
  "fit",
  /** The share of the question's terms in it or its title. */
  "said",
  /** The same, by exact words only. */
  "exact",
  /** The share in its best sentence, with its lead-in. */
  "best",
  /** The share in its title. */
  "titled",
  /** The share of its title that the question contains. */
  "title_asked",
  /** Whether its best sentence contains the kind of thing asked for. */
  "kind",
  /** The share of the question's neighbouring words that it also has together. */
  "together",
  "pair",
  /** The question's names and numbers that it lacks, as a share of all. */
  "nameless",
  /** The rarest term of the question it contains. */
  "telling",
  /** How similar in meaning its closest sentence, its whole with the title, and its title are to the question. */
  "sentence_means",
  "means",
  "title_means",
  /** How biographical it is, relative to the most biographical one, if the question asks for that. */
  "life",
] as const;
export type Features = Record<typeof FEATURES[number], number>;

/** A passage with the likelihood that it answers, overall and per sentence. */
export type Ranked = {
  hit: Hit;
  features: Features;
  score: number;
  /** How well each sentence answers, 0 to about 1.5. */
  sentences: number[];
  /** The most that the passage or its title gains for each term. */
  found: number[];
};

/** The weight of a match near the sentence rather than in it. */
const NEAR = {
  antecedent: 0.8,
  before: 0.35,
  after: 0.1,
  lead: 0.85,
  title: 0.9,
};
/** The gain of a sentence that contains the kind of thing asked for. */
const KIND = 0.25;

/** The least score of a biographical passage. */
const LIFE = 0.4;

/** The weight of each feature in the ranking; fitted by `bench/answers/fit.ts`. */
let ranking: Features = weights.ranking;

/** Replaces the ranking weights, to fit them. */
export function setWeights(other: Features): void {
  ranking = other;
}

/** Ranks passages by how likely they answer, best first. */
export function rank(question: Question, hits: readonly Hit[]): Ranked[] {
  const life = question.is_personal
    ? Math.max(...hits.map(({ read }) => read.of_life), LIFE)
    : Infinity;
  const worth = worthOf(question.asked);
  return hits.map((hit) => rated(question, worth, hit, life))
    .sort((a, b) => b.score - a.score);
}

/** The best passage of each item, in ranking order. */
export function bestOfEach(ranked: readonly Ranked[]): Ranked[] {
  const items = new Map<string, Ranked>();
  for (const one of ranked) {
    const { content_id } = one.hit;
    if (!items.has(content_id)) items.set(content_id, one);
  }
  return [...items.values()];
}

function rated(
  question: Question,
  worth: Worth,
  hit: Hit,
  life: number,
): Ranked {
  const { asked } = question;
  const total = question.total || 1;
  const title = gains(asked, worth, hit.read_title.said.flat());
  const own = hit.read.said.map((terms) => gains(asked, worth, terms));
  const text = own.reduce(most, []);
  const all = most(text, title);
  const joint = withContext(hit, own, title);
  const kinds = hit.read.sentences.map(({ text }) =>
    kindOf(question, text, hit)
  );
  const sentences = joint.map((row, place) =>
    sum(row) / total + KIND * kinds[place]
  );
  const bare = hit.read.sentences.every(({ lead }) => lead);
  hit.read.sentences.forEach(({ lead }, place) => {
    if (lead && !bare) sentences[place] -= 0.5;
  });
  const best = sentences.indexOf(Math.max(...sentences));
  const rarest = Math.max(...asked.map(({ weight }) => weight), 0.001);
  const features: Features = {
    fit: Math.min(1.5, hit.score / total),
    said: sum(all) / total,
    exact: sum(
      asked.map((one, i) => all[i] >= 0.85 * one.weight ? one.weight : 0),
    ) / total,
    best: joint.length > 0 ? Math.max(...joint.map(sum)) / total : 0,
    titled: sum(title) / total,
    title_asked: titleAsked(question, hit),
    kind: best >= 0 ? kinds[best] : 0,
    together: together(question, hit, own),
    pair: hit.kind === "pair" ? 1 : 0,
    nameless: sum(
      asked.map(({ is_name, weight }, i) =>
        is_name && all[i] < 0.5 * weight ? weight : 0
      ),
    ) / total,
    sentence_means: Math.max(
      0,
      ...hit.read.meanings.map((one) => cosine(question.meaning, one)),
    ),
    means: Math.max(
      0,
      cosineToBoth(
        question.meaning,
        hit.read.meaning,
        hit.read_title.meaning,
      ),
    ),
    title_means: Math.max(0, cosine(question.meaning, hit.read_title.meaning)),
    life: (hit.read.of_life / life) ** 2,
    telling: Math.max(0, ...asked.map((_, i) => all[i])) / rarest,
  };
  return { hit, features, score: scoreOf(features), sentences, found: all };
}

function scoreOf(features: Features): number {
  return FEATURES.reduce(
    (sum, name) => sum + ranking[name] * features[name],
    0,
  );
}

/** The terms of each sentence with its lead-in: its headings, the sentence before, the title. */
function withContext(
  { read: { sentences } }: Hit,
  own: readonly number[][],
  title: readonly number[],
): number[][] {
  const none = title.map(() => 0);
  let section: readonly number[] = none;
  let question: readonly number[] = none;
  return sentences.map(({ lead, text }, place) => {
    const again = sentences[place - 1]?.lead === lead;
    if (lead === "section") {
      section = again ? most(section, own[place]) : own[place];
      question = none;
    } else if (lead === "question") {
      question = again ? most(question, own[place]) : own[place];
    }
    const before = pointsBack(text) ? NEAR.antecedent : NEAR.before;
    const { [place - 1]: previous = none, [place + 1]: next = none } = own;
    return own[place].map((gain, i) =>
      Math.max(
        gain,
        before * previous[i],
        NEAR.after * next[i],
        NEAR.lead * Math.max(section[i], question[i]),
        NEAR.title * title[i],
      )
    );
  });
}

function kindOf({ kinds, language }: Question, text: string, hit: Hit): number {
  const [kind] = kinds;
  if (!kind) return 0.5;
  return containsKind(kind, text, hit.language ?? language);
}

/** The share of the title's words, stop words aside, in the question. */
function titleAsked({ asked }: Question, { read_title }: Hit): number {
  const terms = read_title.said.flat().filter((term) => !term.startsWith("#"));
  if (terms.length === 0) return 0;
  const found = terms.filter((term) =>
    asked.some(({ gains, weight }) => (gains.get(term) ?? 0) >= 0.5 * weight)
  );
  return found.length / terms.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function most(some: readonly number[], others: readonly number[]): number[] {
  const [longer, shorter] = some.length < others.length
    ? [others, some]
    : [some, others];
  return longer.map((value, i) => Math.max(value, shorter[i] ?? 0));
}
