import type { Lexicon } from "./lexicon.ts";
import { UNSPACED } from "./text/languages.ts";
import type { Token } from "./text/tokens.ts";

/** Whether a word of a question names nothing. */
export function isStop(token: Token, lexicon: Lexicon): boolean {
  if (lexicon.isStop(token)) return true;
  // Lone kana are particles, and most pairs of them are endings.
  return UNSPACED.has(lexicon.language) &&
    /^\p{sc=Hiragana}{1,2}$/u.test(token.form) && !lexicon.isListed(token);
}
