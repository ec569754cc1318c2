import type { Citation, Confidence, Engine, Exchange } from "./chat.ts";
import type { Twin } from "./twin.ts";

/** What was said before. */
export type Said = Pick<Exchange, "question" | "answer">;

/** A visitor's message with what was said before it, as an engine gets it. */
export type Question = {
  message: string;
  history: Said[];
  twin: Twin;
  /** The page's, for a message that does not tell its own. */
  language?: string;
};

/** What has been answered so far; the engines fill it in as they go. */
export type Reply = {
  text: string;
  citations: Citation[];
  /** The ids of the items that are cited. */
  quoted: string[];
  grounded: boolean;
  confidence: Confidence;
  /** Nothing was asked that could be found. */
  is_small_talk: boolean;
  engine: Engine;
};
