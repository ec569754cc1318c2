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

/** The language that a tag such as `pt-BR` names first; undefined for one that is not known here. */
export function languageOfTag(tag = ""): Language | undefined {
  const primary = tag.trim().toLowerCase().split(/[-_;,]/)[0];
  return LANGUAGES.find((language) => language === primary);
}

/** Languages that part no words by blanks. */
export const UNSPACED: ReadonlySet<Language> = new Set(["zh", "ja", "th"]);

/** Languages whose words are found wherever their letters stand: Korean joins endings and further words to them. */
export const FOUND_BY_LETTERS: ReadonlySet<Language> = new Set(
  [...UNSPACED, "ko"] as const,
);
