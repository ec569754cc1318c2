import { containsKind } from "./answer_kinds.ts";
import type { Hit } from "./passage.ts";
import type { Question } from "./question.ts";
import { pointsBack } from "./text/sentences.ts";
import { cosine, cosineToBoth } from "./word_vectors.ts";
import { gains, together, type Worth, worthOf } from "./worth.ts";
import weights from "./weights.json" with { type: "json" };

/** Features that say whether a passage answers, each about 0 to 1. */
export const FEATURES = [
  /** How well its terms fit, as the index ranks. */
  "fit",
  /** The share of what is asked for that it or its title says. */
  "said",
  /** The same, by the words themselves only. */
  "exact",
  /** The share that its best sentence says, with what leads to it. */
  "best",
  /** The share that its title says. */
  "titled",
  /** The share of its title that the question says. */
  "title_asked",
  /** Whether its best sentence holds the kind of thing asked for. */
  "kind",
  /** The share of neighbouring words of the question that it says together. */
  "together",
  "pair",
  /** Names and numbers of the question that it lacks, as a share of all. */
  "nameless",
  /** The rarest thing asked for that it says. */
  "telling",
  /** How near its nearest sentence, its whole with the title, and its title are to the question in meaning. */
  "sentence_means",
  "means",
  "title_means",
  /** How far it tells of a life, beside the one that does most, where that is what is asked for. */
  "life",
] as const;
export type Features = Record<typeof FEATURES[number], number>;

/** A passage with how likely it answers, and how well each of its sentences does. */
export type Ranked = {
  hit: Hit;
  features: Features;
  score: number;
  /** For each sentence how well it answers, 0 to about 1.5. */
  sentences: number[];
  /** For each thing asked for the most that the passage or its title is worth. */
  found: number[];
};

/** How far a match in a place beside the sentence counts. */
const NEAR = {
  antecedent: 0.8,
  before: 0.35,
  after: 0.1,
  lead: 0.85,
  title: 0.9,
};
/** What a sentence gains that holds the kind of thing asked for. */
const KIND = 0.25;

/** How far a passage that is about a life tells of it at least. */
const LIFE = 0.4;

/** What each feature counts in the ranking; fitted by `bench/answers/fit.ts`. */
let ranking: Features = weights.ranking;

/** Ranks by other weights, to fit them. */
export function setWeights(other: Features): void {
  ranking = other;
}

/** The passages by how likely they answer, best first. */
export function rank(question: Question, hits: readonly Hit[]): Ranked[] {
  const life = question.is_personal
    ? Math.max(...hits.map(({ read }) => read.of_life), LIFE)
    : Infinity;
  const worth = worthOf(question.asked);
  return hits.map((hit) => rated(question, worth, hit, life))
    .sort((a, b) => b.score - a.score);
}

/** The best passage of each item, in the order that they have. */
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

/** What each sentence says with what leads to it: its headings, the sentence before, the title. */
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

/** The share of the title's words, stop words aside, that the question says. */
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
