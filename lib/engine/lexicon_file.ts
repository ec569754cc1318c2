import type { Language } from "./text/languages.ts";

/** The kinds of things a question asks for. */
export const KINDS = [
  "where",
  "when",
  "how_long",
  "how_much",
  "how_many",
  "how_old",
  "how_far",
  "who",
  "how",
  "why",
] as const;
export type Kind = typeof KINDS[number];

/** The kinds a text asks for, most likely first, and the places of the words that do: "how long". */
export type Asking = { kinds: Kind[]; places: Set<number> };

/** Messages that ask for nothing in the content. */
export type Talk =
  | "hello"
  | "how_are_you"
  | "thanks"
  | "bye"
  | "who_are_you"
  | "what_do_you_do"
  | "are_you_a_bot"
  | "can_you_help"
  | "where_are_you_from";

/** Texts in which the twin speaks about itself and its answers. */
export type Say =
  | "hello"
  | "how_are_you"
  | "thanks"
  | "bye"
  | "none"
  | "near"
  | "see_also"
  | "and_more"
  | "i_am"
  | "i_am_ai"
  | "help"
  | "model_down"
  | "about";

/** A language's file in `lexicon/`: every value is a list separated by ", ". */
export type LexiconFile = {
  language: Language;
  /** Stop words. */
  stop: string;
  /** Words so general that they say little. */
  light: string;
  /** Fillers beside small talk that ask for nothing: "mate", "so much". */
  beside_talk: string;
  asks: Record<Kind, string>;
  talk: Record<Talk, string>;
  say: Record<Say, string>;
  /** The words for an idea; a trailing `?` marks one that only askers use. */
  ideas: Record<string, string>;
};
