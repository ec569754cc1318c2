import { entries } from "./entries.ts";
import { bare } from "./text/fold.ts";
import {
  FOUND_BY_LETTERS,
  type Language,
  LANGUAGES,
} from "./text/languages.ts";
import texts from "./crisis.json" with { type: "json" };

type Phrase = { language: Language; phrase: string };

/** How people say that they do not want to live, normalised without punctuation. */
const PHRASES: readonly Phrase[] = LANGUAGES.flatMap((language) =>
  entries(texts[language].says).map(bare).map((phrase) => ({
    language,
    phrase,
  }))
);
/** Languages with spaces, by the first word; each phrase ends with a space. */
const BY_WORD = Map.groupBy(
  PHRASES.filter(({ language }) => !FOUND_BY_LETTERS.has(language))
    .map(({ language, phrase }) => ({ language, phrase: `${phrase} ` })),
  ({ phrase }) => phrase.slice(0, phrase.indexOf(" ")),
);
const BY_LETTERS = PHRASES.filter(({ language }) =>
  FOUND_BY_LETTERS.has(language)
);

/**
 * The reply to someone who writes that they do not want to live: that this is an AI, and where to get help. Null for
 * any other message. `likely` is its probable language; a phrase of another language is answered in that.
 */
export function crisisReply(message: string, likely: Language): string | null {
  const text = `${bare(message)} `;
  const found = BY_LETTERS.filter(({ phrase }) => text.includes(phrase));
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    const here = BY_WORD.get(word)
      ?.filter(({ phrase }) => text.startsWith(phrase, index));
    if (here) found.push(...here);
  }
  const said = new Set(found.map(({ language }) => language));
  const language = [likely, ...LANGUAGES].find((one) => said.has(one));
  return language ? texts[language].reply : null;
}
