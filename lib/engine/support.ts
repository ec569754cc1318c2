import type { AskedWord, Question } from "./question.ts";
import type { Hit } from "./passage_index.ts";

/*
 * Log-odds that a passage holds the answer, fitted by logistic regression on
 * the development questions (bench/answers), asked with and without the
 * paragraphs that answer them; each language checked on the other five.
 */
const BIAS = -3.3;
const COVERED = 2.4;
/** Per matched word, as rare as a word can be here. */
const FOUND = 1.8;
const IN_TITLE = 1.9;
const NAME_FOUND = 0.65;
const NAME_MISSING = -1.5;

/** A missing name says more than a missing word, which may have a synonym. */
function stake({ weight, name, unknown }: AskedWord): number {
  return weight * (name ? 2 : 1) * (unknown ? 0.7 : 1);
}

/** How surely (log-odds) a question is about what the passage says. */
export function support(question: Question, hit: Hit): number {
  const { evidence } = question;
  const text = evidence.matches(hit.read.words);
  const title = evidence.matches(hit.read_title.words);
  let covered = 0, stakes = 0, found = 0, titled = 0, named = 0, missing = 0;
  question.asked.forEach((word, i) => {
    const match = Math.max(text[i], 0.9 * title[i]);
    stakes += stake(word);
    covered += stake(word) * match;
    found += word.weight * match / question.rarest;
    titled += word.weight * title[i] / question.rarest;
    if (word.name && match >= 0.5) named++;
    if (word.name && match < 0.5) missing++;
  });
  if (stakes === 0) return BIAS;
  return BIAS + COVERED * covered / stakes + FOUND * found +
    IN_TITLE * Math.min(1, titled) + NAME_FOUND * Math.min(2, named) +
    NAME_MISSING * Math.min(2, missing);
}

/**
 * The support that an answer needs among so many passages: the more there are,
 * the likelier that one shares words with a question on another subject. At
 * this, one or two of a hundred answerable questions of bench/answers' held-out
 * and encyclopedia sets are refused, nine of its blind set's; of the questions
 * on other subjects eight or nine of ten.
 */
export function neededSupport(passages: number): number {
  return -1.3 + 0.56 * Math.log(Math.min(Math.max(passages, 8), 100) / 8);
}
