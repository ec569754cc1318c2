import { entries } from "./entries.ts";
import { bare } from "./text/fold.ts";
import {
  FOUND_BY_LETTERS,
  type Language,
  LANGUAGES,
} from "./text/languages.ts";
import texts from "./crisis.json" with { type: "json" };

/** How people say that they do not want to live, per language, normalised without punctuation. */
const PHRASES: ReadonlyMap<Language, readonly string[]> = new Map(
  LANGUAGES.map((
    language,
  ) => [language, entries(texts[language].says).map(bare)]),
);

/**
 * The reply to someone who writes that they do not want to live: that this is an AI, and where to get help. Null for
 * any other message. `likely` is its probable language; a phrase of another language is answered in that.
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
