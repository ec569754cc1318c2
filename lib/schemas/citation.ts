import type { Confidence } from "./chat.ts";

/** Where a page begins: its number, the passage that it begins in, and how many UTF-16 units into that. */
export type PageStart = [page: number, n: number, at: number];

/** A piece of the content that an answer rests on. */
export type Citation = {
  title: string;
  /** A verbatim slice of the content, at most 500 UTF-16 units. */
  excerpt: string;
  url?: string;
  /** Where in its item: a page (`p. 4`) of a PDF, or a slide, or a time (`12:03`) of a recording. */
  where?: string;
};

/** An item that a question might be answered from. */
export type Candidate = {
  content_id: string;
  title: string;
  /** How likely it answers, 0 to 1, as the engine sees it. */
  likelihood: number;
};

/** What the twin says; an answer that was not found carries no citations. */
export type Answer = {
  /** Markdown of one item, maybe with a few words before it. */
  answer: string;
  citations: Citation[];
  /** The ids of the items that are cited, each once. */
  quoted?: string[];
  /** The content holds it: `sure`. */
  grounded: boolean;
  /** Said as it is, offered as the closest there is, or not found. */
  confidence: Confidence;
  /** A greeting or thanks: there was nothing to find. */
  is_small_talk?: boolean;
};
