import { breathe } from "../breathe.ts";
import type { Profile } from "../engine/about.ts";
import {
  answerForeseen,
  answerFromIndex,
  candidatesOf,
  hitsOf,
} from "../engine/answer.ts";
import type { Similar } from "../engine/fusion.ts";
import { answerFromPair } from "../engine/pairs.ts";
import type { PassageIndex } from "../engine/passage_index.ts";
import type { Language } from "../engine/text/languages.ts";
import type { Answer, Candidate } from "../schemas/citation.ts";
import { passageAt } from "./indexed_items.ts";

/** A message, and what an answer to it depends on besides the content. */
export type Asked = {
  message: string;
  /** The visitor's earlier questions, latest last. */
  context: string[];
  profile: Profile;
  /** The page's, for a message whose own language is unclear. */
  language?: Language;
};

/** The positions of passages close in meaning to a message, nearest first. */
export type Near = {
  nearest: { content_id: string; n: number }[];
  /** The first leads all others by more than chance explains. */
  stands_out: boolean;
};

/** A passage found by a search. */
export type Found = {
  content_id: string;
  title: string;
  text: string;
  url: string | null;
};

/** Searches one twin's content, here or in a worker: its arguments and results are plain data. */
export type Finder = {
  has(content_id: string): boolean;
  /** The owner's own answer to this exact question, or otherwise the engine's; with `near` by meaning as well. */
  answer(asked: Asked, near?: Near): Promise<Answer>;
  /** The items that fit a question best, to explain its answer. */
  candidates(message: string): Promise<Candidate[]>;
  /** The passages that fit a query best, one per item. */
  passages(query: string, most: number): Promise<Found[]>;
};

/** Searches an index of this thread; `answer` waits for its turn. */
export class IndexFinder implements Finder {
  constructor(private index: PassageIndex) {}

  has(content_id: string): boolean {
    return this.index.has(content_id);
  }

  async answer(asked: Asked, near?: Near): Promise<Answer> {
    const { index } = this;
    const { message, language, ...options } = asked;
    if (near) {
      const similar = similarOf(index, near);
      return answerFromIndex(index, message, { ...options, language, similar });
    }
    const { context } = options;
    await index.prepare(message, { context, page: language }, breathe);
    await breathe();
    return knownAnswer(index, message) ??
      answerFromIndex(index, message, { ...options, language });
  }

  candidates(message: string): Promise<Candidate[]> {
    return Promise.resolve(candidatesOf(this.index, message));
  }

  passages(query: string, most: number): Promise<Found[]> {
    const found = hitsOf(this.index, query, most).map((hit) => ({
      content_id: hit.content_id,
      title: hit.title,
      text: hit.passage,
      url: hit.source_url,
    }));
    return Promise.resolve(found);
  }
}

/** The owner's own answer to this exact question, or an answer an item is known to give; null if none. */
export function knownAnswer(
  index: PassageIndex,
  message: string,
): Answer | null {
  return answerFromPair(index, message) ?? answerForeseen(index, message);
}

/** The passages at these positions that the index holds. */
export function similarOf(
  index: PassageIndex,
  { nearest, stands_out }: Near,
): Similar {
  return {
    nearest: nearest.flatMap(({ content_id, n }) =>
      passageAt(index, content_id, n) ?? []
    ),
    stands_out,
  };
}
