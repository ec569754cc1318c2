import { inLanguage } from "../embed/first_words.ts";
import { type Words, wordsFor } from "../embed/words/words.ts";
import type { PublicTwinView } from "../schemas/twin.ts";
import { firstWords } from "../twins/twins.ts";
import type { Call } from "./call.ts";
import { setPageLanguage } from "./rendering.ts";

/** The texts of a visitor page, in the language the browser asks for; also sets the page's language. */
export function pageWords({ language }: Pick<Call, "language">): Words {
  const words = wordsFor(language);
  setPageLanguage(words);
  return words;
}

/** The twin's texts for a visitor: defaults are in the visitor's language. */
export function inWords<T extends PublicTwinView>(twin: T, words: Words): T {
  return inLanguage(twin, firstWords(twin.name), words);
}
