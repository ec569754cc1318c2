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

/** Languages that part no words by blanks. */
export const UNSPACED: ReadonlySet<Language> = new Set(["zh", "ja", "th"]);
