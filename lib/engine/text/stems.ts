import { stemmer as de } from "@orama/stemmers/german";
import { stemmer as en } from "@orama/stemmers/english";
import { stemmer as es } from "@orama/stemmers/spanish";
import { stemmer as fr } from "@orama/stemmers/french";
import { stemmer as hi } from "@orama/stemmers/indian";
import { stemmer as it } from "@orama/stemmers/italian";
import { stemmer as nl } from "@orama/stemmers/dutch";
import { stemmer as pt } from "@orama/stemmers/portuguese";
import { stemmer as ru } from "@orama/stemmers/russian";
import { arabicStem } from "./arabic.ts";
import { fold } from "./fold.ts";
import { greekStem } from "./greek.ts";
import { japaneseStem } from "./japanese.ts";
import { koreanStem } from "./korean.ts";
import type { Language } from "./languages.ts";
import { separableStem } from "./german.ts";
import { portugueseSingular, shortPortuguese } from "./portuguese.ts";
import { romanianStem } from "./romanian.ts";
import { ownStem } from "./spellings.ts";
import { simplified } from "./traditional.ts";
import { turkishStem } from "./turkish.ts";
import { withTonePlaced } from "./vietnamese.ts";

/**
 * Snowball's stemmers, and light ones of our own where Snowball has none that works; other languages have no endings.
 */
const STEMMERS: Partial<Record<Language, (word: string) => string>> = {
  ...{ de, en, es, fr, hi, it, nl, pt, ru },
  ar: arabicStem,
  el: greekStem,
  ko: koreanStem,
  ro: romanianStem,
  tr: turkishStem,
};

/** The folded stem of a lowercase word in one language. */
export function stem(word: string, language: Language): string {
  const stemmer = STEMMERS[language];
  // Its accents distinguish words.
  if (language === "vi") return withTonePlaced(word);
  if (language === "ja") return japaneseStem(fold(word));
  if (language === "zh") return simplified(fold(word));
  if (!stemmer || word.length < 3 || /\p{Nd}/u.test(word)) return fold(word);
  const regular = (word: string) =>
    fold(short(word, language) ?? stemmer(accented(word, language)));
  const own = ownStem(word, language, regular);
  const by_ending = own ?? regular(word);
  const found = language === "de" && !own
    ? separableStem(by_ending) ?? by_ending
    : by_ending;
  // A short remainder of a Greek word is ambiguous: "πα" of "παιδιά" and "πάμε".
  const least = language === "el" ? 3 : 1;
  return found.length < least ? fold(word) : found;
}

/** A word with the endings that the stemmer needs: "direccion" has lost its accent. */
function accented(word: string, language: Language): string {
  if (language === "es") return spanish(word);
  return language === "pt" ? portugueseSingular(word) : word;
}

/** The stem of a short word that the stemmer leaves as it is; undefined for any other. */
function short(word: string, language: Language): string | undefined {
  if (language === "pt") return shortPortuguese(word);
  return language === "es" ? SHORT.exec(word)?.[1] : undefined;
}

/** Short Spanish words beginning with a vowel, whose endings the stemmer leaves: "olas", "años", "abren", "entrar". */
const SHORT =
  /^([aeiou][bcdfghjklmnñprstvyz]{1,3})(?:[aeoáéíó]|[aeo]s|[áéí]s|[ae]n|[aei]r|[aeiáéí]is|[aei]mos|[ai]do|ando|iendo)$/u;

/** Gives endings one form with and without their accent: "tenéis" and "teneis", "librería" and "libreria". */
function spanish(word: string): string {
  return word.replace(/(?<=[csx])ion$/u, "ión")
    .replace(/(?<=\p{L}{2})ais$/u, "áis")
    .replace(/(?<=\p{L}{2})eis$/u, "éis")
    .replace(/(?<=\p{L}{3})ía(?=[sn]?$)/u, "ia")
    .replace(/(?<=\p{L}{2})ás$/u, "as")
    .replace(/(?<=\p{L}{2})és$/u, "es");
}
