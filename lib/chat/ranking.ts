import { Evidence } from "./evidence.ts";
import { bears } from "./hints.ts";
import type { Question } from "./question.ts";
import type { Hit } from "./retrieval.ts";
import { cutSentences, type Sentence } from "./sentences.ts";
import { words } from "./words.ts";

/** A sentence with how likely it answers: `score` about 0 to 1.5. */
export interface Ranked {
  hit: Hit;
  sentences: readonly Sentence[];
  place: number;
  score: number;
  /** The weighted fraction of the question found in and around the sentence. */
  coverage: number;
}

/** How far a match in a place beside the sentence counts. */
const NEAR = { before: 0.35, after: 0.1, title: 0.9 } as const;

/** The sentences of the hits, best first. */
export function rankSentences(
  question: Question,
  hits: readonly Hit[],
): Ranked[] {
  const evidence = new Evidence(question.asked);
  const forms = new Set(question.asked.map(({ form }) => form));
  const asked = (word: string) =>
    words(word).some(({ form }) => forms.has(form));
  const ranked: Ranked[] = [];
  for (const hit of hits) {
    const sentences = cutSentences(hit.passage);
    const title = evidence.matches(words(hit.title));
    const own = sentences.map(({ text }) => evidence.matches(words(text)));
    sentences.forEach((sentence, place) => {
      if (sentence.heading && sentences.length > 1) return;
      const joint = own[place].map((match, i) =>
        Math.max(
          match,
          NEAR.before * (own[place - 1]?.[i] ?? 0),
          NEAR.after * (own[place + 1]?.[i] ?? 0),
          NEAR.title * title[i],
        )
      );
      const hint = question.hint
        ? 0.15 * bears(question.hint, sentence.text, asked)
        : 0;
      const coverage = evidence.coverage(joint);
      const score = coverage + hint + 0.6 * hit.score;
      ranked.push({ hit, sentences, place, score, coverage });
    });
  }
  return ranked.sort((a, b) => b.score - a.score);
}
