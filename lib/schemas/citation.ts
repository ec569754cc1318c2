import type { Confidence } from "./chat.ts";

/** Where a page begins: its number, the passage it begins in, and the offset there in UTF-16 units. */
export type PageStart = [page: number, n: number, at: number];

/** An excerpt of the content that supports an answer. */
export type Citation = {
  title: string;
  /** A verbatim slice of the content, at most 500 UTF-16 units. */
  excerpt: string;
  url?: string;
  /** Where in its item: a page (`p. 4`) of a PDF, or a slide, or a time (`12:03`) of a recording. */
  where?: string;
};

/** An item that may answer a question. */
export type Candidate = {
  content_id: string;
  title: string;
  /** How likely it answers, 0 to 1, by the engine's estimate. */
  likelihood: number;
};

/** The twin's answer; without a match it has no citations. */
export type Answer = {
  /** Markdown from one item, perhaps introduced by a few words. */
  answer: string;
  citations: Citation[];
  /** The ids of the cited items, each once. */
  quoted?: string[];
  /** The content contains it: `sure`. */
  grounded: boolean;
  /** Given as it is, offered as the closest match, or not found. */
  confidence: Confidence;
  /** A greeting or thanks: there was nothing to find. */
  is_small_talk?: boolean;
};

/** A question that strangers ask first, and what the public content alone answers. */
export type FirstQuestion = { question: string; answer: Answer };
