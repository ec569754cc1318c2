import { containsKind } from "./answer_kinds.ts";
import type { Asked } from "./asked.ts";
import { tellsMatter } from "./matters.ts";
import type { Hit } from "./passage.ts";
import type { Question } from "./question.ts";
import { raise, withContext } from "./in_context.ts";
import { cosine, cosineToBoth } from "./word_vectors.ts";
import { gains, rareInTitles, together, type Worth, worthOf } from "./worth.ts";
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
  /** The most it contains of any phrase of the question, with its title; in its best sentence; in its title. */
  "phrase",
  "phrase_best",
  "phrase_titled",
  /** The term of the question in its title that the fewest other titles have, 0 to 1. */
  "title_alone",
  /** For a general question: how surely its title, and its sentences, tell of the matter. */
  "matter_titled",
  "matter_said",
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
  /** Whether any of its sentences contains the kind of thing asked for, 0 to 1. */
  kind: number;
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
  const titles = hits.map(({ read_title }) =>
    gains(question.asked, worth, read_title.said)
  );
  const rare = rareInTitles(question.asked, hits, titles);
  return hits
    .map((hit, n) => rated({ question, worth, life, rare }, hit, titles[n]))
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

/** What is the same for all passages of a question. */
type RatedBy = {
  question: Question;
  worth: Worth;
  /** The score of the most biographical passage. */
  life: number;
  /** How few titles have each term, 0 to 1. */
  rare: readonly number[];
};

/** A hot path: each passage is rated in loops, and makes few lists. */
function rated(
  { question, worth, life, rare }: RatedBy,
  hit: Hit,
  title: readonly number[],
): Ranked {
  const { asked, meaning } = question;
  const { read, read_title } = hit;
  const total = question.total || 1;
  const own = read.said.map((terms) => gains(asked, worth, [terms]));
  const all = [...title];
  for (const sentence of own) raise(all, sentence);
  const sums = withContext(hit, own, title).map(sum);
  const kinds = read.sentences.map(({ text }) => kindOf(question, text, hit));
  const bare = read.sentences.every(({ lead }) => lead);
  const sentences = sums.map((sum, place) => {
    const score = sum / total + KIND * kinds[place];
    return read.sentences[place].lead && !bare ? score - 0.5 : score;
  });
  const best = sentences.indexOf(Math.max(...sentences));
  const features: Features = {
    fit: Math.min(1.5, hit.score / total),
    said: sum(all) / total,
    ...saidOf(asked, all, total),
    best: sums.length > 0 ? Math.max(...sums) / total : 0,
    titled: sum(title) / total,
    title_asked: titleAsked(question, hit),
    kind: best >= 0 ? kinds[best] : 0,
    together: together(question, hit, own),
    pair: hit.kind === "pair" ? 1 : 0,
    sentence_means: nearest(meaning, read.meanings),
    means: Math.max(
      0,
      cosineToBoth(meaning, read.meaning, read_title.meaning),
    ),
    title_means: Math.max(0, cosine(meaning, read_title.meaning)),
    life: (read.of_life / life) ** 2,
    phrase: mostOfPhrase(asked, all),
    phrase_best: best >= 0 ? mostOfPhrase(asked, own[best]) : 0,
    phrase_titled: mostOfPhrase(asked, title),
    title_alone: Math.max(
      0,
      ...asked.map(({ weight }, i) => rare[i] * title[i] / (weight || 1)),
    ),
    matter_titled: tellsMatter(question.matter, read_title.said),
    matter_said: tellsMatter(question.matter, read.said),
  };
  const kind = Math.max(0, ...kinds);
  return {
    hit,
    features,
    score: scoreOf(features),
    sentences,
    found: all,
    kind,
  };
}

/** The most that is gained of any phrase, as a share of its weight. */
function mostOfPhrase(
  asked: readonly Asked[],
  gained: readonly number[],
): number {
  let most = 0;
  for (let i = 0; i < asked.length; i++) {
    const { is_phrase, weight } = asked[i];
    if (is_phrase) most = Math.max(most, gained[i] / (weight || 1));
  }
  return most;
}

/** What is said of the things asked for, where `all` is the most that is said of each. */
function saidOf(
  asked: readonly Asked[],
  all: readonly number[],
  total: number,
) {
  let [exact, nameless, most] = [0, 0, 0];
  let rarest = 0.001;
  for (let i = 0; i < asked.length; i++) {
    const { weight, is_name } = asked[i];
    if (all[i] >= 0.85 * weight) exact += weight;
    if (is_name && all[i] < 0.5 * weight) nameless += weight;
    if (all[i] > most) most = all[i];
    if (weight > rarest) rarest = weight;
  }
  const telling = most / rarest;
  return { exact: exact / total, nameless: nameless / total, telling };
}

function nearest(
  meaning: Question["meaning"],
  meanings: readonly Question["meaning"][],
): number {
  let nearest = 0;
  for (const one of meanings) {
    nearest = Math.max(nearest, cosine(meaning, one));
  }
  return nearest;
}

function scoreOf(features: Features): number {
  return FEATURES.reduce(
    (sum, name) => sum + ranking[name] * features[name],
    0,
  );
}

function kindOf({ kinds, language }: Question, text: string, hit: Hit): number {
  const [kind] = kinds;
  if (!kind) return 0.5;
  return containsKind(kind, text, hit.language ?? language);
}

/** The share of the title's words, stop words aside, in the question. */
function titleAsked({ asked }: Question, { read_title }: Hit): number {
  let words = 0;
  let found = 0;
  for (const terms of read_title.said) {
    for (const term of terms) {
      if (term.startsWith("#")) continue;
      words++;
      const is_asked = asked.some(({ gains, weight }) =>
        (gains.get(term) ?? 0) >= 0.5 * weight
      );
      if (is_asked) found++;
    }
  }
  return words === 0 ? 0 : found / words;
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}
