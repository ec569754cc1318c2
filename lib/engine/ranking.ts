import { bears } from "./answer_kinds.ts";
import type { Question } from "./question.ts";
import type { Hit } from "./passage_index.ts";
import { pointsBack, type Sentence } from "./text/sentences.ts";
import { words } from "./text/words.ts";

/** A sentence with how likely it answers: `score` about 0 to 1.5. */
export interface Ranked {
  hit: Hit;
  sentences: readonly Sentence[];
  place: number;
  score: number;
}

/** How far a match in a place beside the sentence counts. */
const NEAR = {
  antecedent: 0.8,
  before: 0.35,
  after: 0.1,
  lead: 0.85,
  title: 0.9,
} as const;
/** What a sentence gains that holds the kind of thing asked for. */
const KIND = 0.25;
const PASSAGE = 0.6;

/** The sentences of the hits, best first. */
export function rankSentences(
  question: Question,
  hits: readonly Hit[],
): Ranked[] {
  const { evidence } = question;
  const forms = new Set(question.asked.map(({ form }) => form));
  const asked = (word: string) =>
    words(word).some(({ form }) => forms.has(form));
  const ranked: Ranked[] = [];
  for (const hit of hits) {
    const { sentences, said } = hit.read;
    const title = evidence.matches(hit.read_title.words);
    const own = said.map((words) => evidence.matches(words));
    const leads = leading(sentences, own);
    const bare = sentences.every(({ lead }) => lead);
    sentences.forEach((sentence, place) => {
      if (sentence.lead && !bare) return;
      const before = pointsBack(sentence.text) ? NEAR.antecedent : NEAR.before;
      const joint = own[place].map((match, i) =>
        Math.max(
          match,
          before * (own[place - 1]?.[i] ?? 0),
          NEAR.after * (own[place + 1]?.[i] ?? 0),
          NEAR.lead * (leads[place][i] ?? 0),
          NEAR.title * title[i],
        )
      );
      const kind = question.hint
        ? bears(question.hint, sentence.text, asked)
        : 0;
      const coverage = evidence.coverage(joint);
      const score = coverage + KIND * kind + PASSAGE * hit.score;
      ranked.push({ hit, sentences, place, score });
    });
  }
  return ranked.sort((a, b) => b.score - a.score);
}

/** For each sentence what the headings and the question above it match. */
function leading(
  sentences: readonly Sentence[],
  own: readonly number[][],
): number[][] {
  let section: number[] = [];
  let question: number[] = [];
  return sentences.map(({ lead }, place) => {
    const again = sentences[place - 1]?.lead === lead;
    if (lead === "section") {
      section = again ? most(section, own[place]) : own[place];
      question = [];
    } else if (lead === "question") {
      question = again ? most(question, own[place]) : own[place];
    }
    return most(section, question);
  });
}

function most(some: readonly number[], others: readonly number[]): number[] {
  const longer = Math.max(some.length, others.length);
  return Array.from(
    { length: longer },
    (_, i) => Math.max(some[i] ?? 0, others[i] ?? 0),
  );
}
