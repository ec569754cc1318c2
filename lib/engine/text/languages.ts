/** The languages that the engine has words for, as ISO 639-1 codes. */
export const LANGUAGES = [
  "en",
  "es",
  "ru",
  "zh",
  "hi",
  "ar",
  "de",
  "el",
  "ro",
  "th",
  "tr",
  "vi",
  "fr",
  "pt",
  "it",
  "nl",
  "ja",
  "ko",
] as const;

export type Language = typeof LANGUAGES[number];

/** The primary language of a tag such as `pt-BR`; undefined if the engine does not know it. */
export function languageOfTag(tag = ""): Language | undefined {
  const primary = tag.trim().toLowerCase().split(/[-_;,]/)[0];
  return LANGUAGES.find((language) => language === primary);
}

/** Languages written without spaces between words. */
export const UNSPACED: ReadonlySet<Language> = new Set(["zh", "ja", "th"]);

/** Languages whose words are matched anywhere in the text: Korean attaches endings and further words. */
export const FOUND_BY_LETTERS: ReadonlySet<Language> = new Set(
  [...UNSPACED, "ko"] as const,
);
