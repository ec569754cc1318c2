import type { Citation, Confidence, Engine, Exchange } from "./chat.ts";
import type { Twin } from "./twin.ts";

/** An earlier exchange. */
export type PastExchange = Pick<Exchange, "question" | "answer">;

/** A visitor's message with the conversation so far, as input of an engine. */
export type Question = {
  message: string;
  history: PastExchange[];
  twin: Twin;
  /** The page's, for a message whose own language is unclear. */
  language?: string;
};

/** The answer so far; the engines fill it in as they go. */
export type Reply = {
  text: string;
  citations: Citation[];
  /** The ids of the cited items. */
  quoted: string[];
  grounded: boolean;
  confidence: Confidence;
  /** Nothing was asked that could be found. */
  is_small_talk: boolean;
  engine: Engine;
};
