import { entries } from "./entries.ts";
import { bare } from "./text/fold.ts";
import {
  FOUND_BY_LETTERS,
  type Language,
  LANGUAGES,
} from "./text/languages.ts";
import texts from "./crisis.json" with { type: "json" };

/** Of each language how people say that they do not want to live, as written without signs. */
const PHRASES: ReadonlyMap<Language, readonly string[]> = new Map(
  LANGUAGES.map((
    language,
  ) => [language, entries(texts[language].says).map(bare)]),
);

/**
 * What is said to somebody who writes that they do not want to live: that this is an AI, and where people help. Null
 * for any other message. `likely` is its language; one that is said in another is answered in that.
 */
export function crisisReply(message: string, likely: Language): string | null {
  const text = ` ${bare(message)} `;
  const language = [likely, ...LANGUAGES].find((language) =>
    PHRASES.get(language)?.some((phrase) =>
      text.includes(FOUND_BY_LETTERS.has(language) ? phrase : ` ${phrase} `)
    )
  );
  return language ? texts[language].reply : null;
}
