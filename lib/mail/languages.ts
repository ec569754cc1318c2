import { preferredLanguage } from "../client/preferred_language.ts";

/** What a letter says, in English and in the other languages that it knows, by primary language subtag. */
export type Languages<T> = { en: T } & Record<string, T>;

/** The language of a letter that an `Accept-Language` header prefers; English where it has none of them. */
export function languageOfLetter(
  accept_language: string | undefined,
  known: Languages<unknown>,
): string {
  return preferredLanguage(
    accept_language ?? "",
    (language) => Object.hasOwn(known, language),
  );
}

/** A mail's words in a language that `languageOfLetter` returned; English where that is no longer known. */
export function inLetterLanguage<T>(
  language: string | undefined,
  known: Languages<T>,
): T & { lang: string } {
  const lang = language && Object.hasOwn(known, language) ? language : "en";
  return { ...known[lang], lang };
}
