import type { Answer, Candidate, Citation } from "../schemas/citation.ts";
import { type Profile, smallTalkReply } from "./about.ts";
import type { Confidence } from "../schemas/chat.ts";
import { confidenceOf } from "./confidence.ts";
import { crisisReply } from "./crisis.ts";
import { rankBoth, type Similar } from "./fusion.ts";
import type { PassageIndex } from "./passage_index.ts";
import { type Hit, itemsOf } from "./passage.ts";
import type { Question } from "./question.ts";
import { bestOfEach, rank, type Ranked } from "./ranking.ts";
import { alsoAnswers, linkTo, nextBest, titleOf } from "./see_also.ts";
import { around, briefOf, stretchOf } from "./stretch.ts";
import type { Language } from "./text/languages.ts";
import { cite } from "./whereabouts.ts";

type AnswerOptions = {
  /** The visitor's earlier questions, latest last. */
  context?: string[];
  /** Answers questions about the twin itself. */
  profile?: Profile;
  /** Passages close in meaning, if there is an embedding model. */
  similar?: Similar;
  /** The page's language, for a question whose own language is unclear. */
  language?: Language;
};

/** How far below the best passage another may score and still be cited: further if the answer is not sure. */
const COMPETES = { sure: 1.2, near: 4 };
const MOST_CITED = 3;

/** Answers with one contiguous stretch of one item, or says that it is not sure, or that it does not know. */
export function answerFromIndex(
  index: PassageIndex,
  message: string,
  options: AnswerOptions = {},
): Answer {
  const { context, profile, similar, language: page } = options;
  const { lexica } = index.tables;
  const question = index.read(message, context, page);
  const talk = lexica.talk(message, question.language, profile?.name);
  const told = talk &&
    smallTalkReply(lexica, talk, profile, index.titles().slice(0, 50));
  // The content may say better than a bio where someone lives.
  if (told && talk.talk !== "where_are_you_from") return told;
  const found = index.candidates(question);
  const ranked = similar
    ? rankBoth(question, found, similar)
    : rank(question, found);
  const { confidence: by_words } = confidenceOf(question, ranked, index.size);
  // Meaning alone is never certain.
  const confidence = by_words === "none" && similar?.stands_out
    ? "near"
    : by_words;
  if (confidence === "sure") return say(index, question, ranked, "sure");
  if (told) {
    return confidence === "near"
      ? withPlace(told, question, ranked, index)
      : told;
  }
  const help = crisisReply(message, question.language);
  return help ? refusal(help) : say(index, question, ranked, confidence);
}

/** The bio, and beside it the item that is likely to say where: a bio need not. */
function withPlace(
  told: Answer,
  question: Question,
  [best]: readonly Ranked[],
  { tables }: PassageIndex,
): Answer {
  const { matter_titled, matter_said } = best.features;
  if (matter_titled + matter_said === 0) return told;
  const { see_also } = tables.lexica.of(question.language).say;
  return {
    ...told,
    answer: `${told.answer}\n\n${alsoLine(see_also, best)}`,
    citations: [...told.citations, citationOf(best)],
    quoted: itemsOf([best.hit]),
  };
}

/** An item that may answer too, with its beginning. */
function alsoLine(see_also: string, one: Ranked): string {
  return `${see_also.replace("{title}", () => titleOf(one))}\n${briefOf(one)}`;
}

/** The position of an item known to answer this exact question; null if none. */
export function answerForeseen(
  index: PassageIndex,
  message: string,
): Answer | null {
  const item = index.foreseen(message);
  if (!item) return null;
  const question = index.read(message);
  const hits = item.passages.flatMap((_, n) =>
    index.at(item.content_id, n) ?? []
  );
  return say(index, question, rank(question, hits), "sure");
}

/** The passages that fit a query best, one per item. */
export function hitsOf(
  index: PassageIndex,
  query: string,
  most: number,
): Hit[] {
  const question = index.read(query);
  return bestOfEach(rank(question, index.candidates(question)))
    .slice(0, most).map(({ hit }) => hit);
}

/** The items that fit a question best, to explain its answer. */
export function candidatesOf(
  index: PassageIndex,
  message: string,
  most = 3,
): Candidate[] {
  const question = index.read(message);
  const ranked = rank(question, index.candidates(question));
  const { odds } = confidenceOf(question, ranked, index.size);
  const likelihood = 1 / (1 + Math.exp(-odds));
  return bestOfEach(ranked).slice(0, most)
    .map(({ hit: { content_id, title }, score }) => ({
      ...{ content_id, title },
      likelihood: likelihood * Math.exp(score - ranked[0].score),
    }));
}

function say(
  index: PassageIndex,
  question: Question,
  ranked: readonly Ranked[],
  confidence: Confidence,
): Answer {
  const { lexica } = index.tables;
  const words = lexica.of(question.language).say;
  const [best] = ranked;
  const item = best && index.item(best.hit.content_id);
  if (confidence === "none" || !item) return refusal(words.none);
  const { text, excerpt, left_out } = stretchOf(best, item);
  const more = left_out > 0
    ? `\n\n… ${words.and_more.replace("{n}", String(left_out))}`
    : "";
  const is_sure = confidence === "sure";
  const named = is_sure
    ? alsoAnswers(question, ranked, index.size)
    : nextBest(ranked, COMPETES.near);
  const also = named.map((one) =>
    is_sure
      ? words.see_also.replace("{title}", () => linkTo(one))
      : alsoLine(words.see_also, one)
  );
  const first = is_sure
    ? [text + more]
    : [words.near, `${titleOf(best)}\n${text}${more}`];
  const beside = others(ranked, named, COMPETES[confidence]);
  return {
    answer: [...first, ...also].join("\n\n"),
    citations: [
      cite(best.hit, excerpt, startOf(best)),
      ...beside.map(citationOf),
    ],
    quoted: itemsOf([best, ...named, ...beside].map(({ hit }) => hit)),
    grounded: is_sure,
    confidence,
  };
}

function refusal(answer: string): Answer {
  return { answer, citations: [], grounded: false, confidence: "none" };
}

/** The items named beside the answer, and those with passages close to the best one. */
function others(
  ranked: readonly Ranked[],
  named: readonly Ranked[],
  competes: number,
): Ranked[] {
  const [best, ...rest] = ranked;
  const close = rest.filter((one) =>
    !named.includes(one) && one.score >= best.score - competes
  );
  return [...named, ...close].slice(0, MOST_CITED - 1);
}

function citationOf(one: Ranked): Citation {
  const { passage, read } = one.hit;
  const excerpt = around(passage, read.sentences, bestOf(one));
  return cite(one.hit, excerpt, startOf(one));
}

/** Where in its passage the best sentence begins. */
function startOf(one: Ranked): number {
  return one.hit.read.sentences[bestOf(one)]?.start ?? 0;
}

function bestOf({ sentences }: Ranked): number {
  return sentences.indexOf(Math.max(...sentences));
}
