import type { Answer } from "../schemas/citation.ts";
import { chooseSentences, joinSentences } from "./selection.ts";
import { cite, type Cited } from "./citations.ts";
import { neededSupport, support } from "./support.ts";
import { NOT_FOUND, smallTalk } from "./phrases.ts";
import { answerFromProfile, type Profile } from "./profile.ts";
import { type Ranked, rankSentences } from "./ranking.ts";
import type { Hit, PassageIndex } from "./passage_index.ts";

/** How far below the best sentence a passage may be that is cited beside the answer. */
const COMPETES = 0.5;

export interface AnswerOptions {
  /** The visitor's earlier questions, latest last. */
  context?: string[];
  /** Answers questions about the twin itself that the content does not. */
  profile?: Profile;
}

/** Answers with one to three sentences of the indexed passages. */
export function answerFromIndex(
  index: PassageIndex,
  question: string,
  options: AnswerOptions = {},
): Answer {
  const reply = smallTalk(question);
  if (reply) {
    return {
      answer: reply,
      citations: [],
      grounded: false,
      is_small_talk: true,
    };
  }
  const read = index.read(question, options.context);
  const { profile } = options;
  const about = profile ? answerFromProfile(profile, question) : null;
  // Passages share words like "you" with it, and nothing more.
  if (about && read.bare) return about;
  const hits = index.find(read, 6);
  const needed = neededSupport(index.size);
  const supported = hits.filter((hit) => support(read, hit) > needed);
  const grounded = supported.length > 0;
  if (!grounded) {
    return about ??
      { answer: NOT_FOUND[read.language], citations: [], grounded };
  }
  const ranked = rankSentences(read, hits);
  const chosen = chooseSentences(
    ranked.filter(({ hit }) => supported.includes(hit)),
  );
  return {
    answer: joinSentences(chosen),
    citations: cite(sources(ranked, chosen)),
    grounded,
  };
}

/** The passages to cite: the answer's first, then those that really compete. */
function sources(
  ranked: readonly Ranked[],
  chosen: readonly Ranked[],
): Cited[] {
  const least = (ranked[0]?.score ?? 0) - COMPETES;
  const cited = new Map<Hit, Cited>();
  for (const { hit, sentences, place, score } of [...chosen, ...ranked]) {
    if (
      cited.has(hit) || score < least && !chosen.some((one) => one.hit === hit)
    ) continue;
    const used = chosen.filter((one) => one.hit === hit).map(({ place }) =>
      place
    );
    cited.set(hit, { hit, sentences, best: place, used });
  }
  return [...cited.values()];
}
