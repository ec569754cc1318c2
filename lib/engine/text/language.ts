import { type Language, STOP_WORDS } from "./stop_words.ts";

const SCRIPTS: readonly (readonly [RegExp, Language])[] = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/gu, "ja"],
  [/\p{sc=Hangul}/gu, "ko"],
  [/\p{sc=Han}/gu, "zh"],
  [/\p{sc=Devanagari}/gu, "hi"],
  [/\p{sc=Arabic}/gu, "ar"],
  [/\p{sc=Cyrillic}/gu, "ru"],
  [/\p{sc=Thai}/gu, "th"],
];

const SPACED = ["en", "es", "fr", "de", "pt", "it"] as const;

/**
 * The likely language of a short text, of which `forms` are the folded words:
 * by script, then by function words; English where nothing tells.
 */
export function guessLanguage(
  text: string,
  forms: readonly string[],
): Language {
  const latin = text.match(/\p{sc=Latin}+/gu)?.length ?? 0;
  for (const [letters, language] of SCRIPTS) {
    const found = text.match(letters)?.length ?? 0;
    if (found > 0 && found >= latin) return language;
  }
  let best: Language = "en";
  let most = 0;
  for (const language of SPACED) {
    const found = forms.filter((form) =>
      STOP_WORDS[language].has(form)
    ).length +
      (MARKS[language]?.test(text) ? 1 : 0);
    if (found > most) [best, most] = [language, found];
  }
  return best;
}

/** Letters and signs that few other languages use. */
const MARKS: Readonly<Partial<Record<Language, RegExp>>> = {
  es: /[¿¡ñ]/iu,
  fr: /[çœêèàù]/iu,
  de: /[ßäöü]/iu,
  pt: /[ãõ]/iu,
  it: /[òìù]/iu,
};
