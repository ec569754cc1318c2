import type { LexiconFile } from "./lexicon_file.ts";
import { fold } from "./text/fold.ts";
import { type Language, LANGUAGES } from "./text/languages.ts";
import { typedIn } from "./text/spellings.ts";
import { normalForm } from "../normal_form.ts";

/** How clearly the best language must lead the next to be chosen. */
const AHEAD = 1.35;
const LATIN_WORDS_MOST = 60;
/** Words of other languages, which tell nothing of Hindi or Greek. */
const ELSEWHERE: ReadonlySet<string> = new Set(
  "das bat der de le lo la par pas ne se me na no do chai mat jute rat log logo pina dam lana dada banana band tab cab door late sat bad ate min bus car pet karate"
    .split(" "),
);
const GREEK = 1 << LANGUAGES.indexOf("el");
const OTHER_SCRIPT = /^\P{sc=Latin}/u;

/** Detects the language of a short text by its script, or by the words in each lexicon. */
export class LanguageDetector {
  /** The languages in Latin script that use a word: one bit each. */
  readonly #used = new Map<string, number>();
  /** The languages of each bit set met so far. */
  readonly #sets: Language[][] = [];
  /** The text that was looked at last: a question is several times. */
  #last: { text: string; language: Language | null } | null = null;

  /** Adds the words of a language. */
  learn({ language, stop, light, asks, talk, ideas }: LexiconFile): void {
    const bit = 1 << LANGUAGES.indexOf(language);
    // Hindi and Greek in Latin letters, with the English words that go with them.
    for (const [form, meant] of typedIn(language) ?? []) {
      const is_latin = !OTHER_SCRIPT.test(form) && OTHER_SCRIPT.test(meant);
      if (is_latin && !ELSEWHERE.has(form)) {
        this.#learn(form, bit);
      }
    }
    if (!LATIN.has(language)) return;
    const lists = [asks, talk, ideas].flatMap((lists) => Object.values(lists));
    // Folded list by list: word by word took a third of the lexica's start-up time, and one text for all of them
    // makes the heap grow by some megabytes.
    for (const list of [stop, light, ...lists]) {
      for (const form of fold(list).match(/[\p{L}\p{M}]+/gu) ?? []) {
        this.#learn(form, bit);
      }
    }
  }

  #learn(form: string, bit: number): void {
    const used = this.#used.get(form) ?? 0;
    if (!(used & bit)) this.#used.set(form, used | bit);
  }

  #languagesOf(word: string): readonly Language[] {
    const bits = this.#used.get(word) ?? 0;
    // A word of another language tells nothing of Greek: "to", "pote", "posa".
    const others = bits & ~GREEK;
    return this.#sets[bits] ??= LANGUAGES.filter((_, n) =>
      (others || bits) & 1 << n
    );
  }

  /** The language of a text, by its script and its words; null if neither is certain. */
  detect(text: string): Language | null {
    if (this.#last?.text !== text) {
      this.#last = { text, language: this.#detect(text) };
    }
    return this.#last.language;
  }

  #detect(text: string): Language | null {
    const by_script = scriptLanguage(text);
    if (by_script) return by_script;
    const scores = new Map<Language, number>();
    const words = normalForm(text.toLowerCase(), "NFKC")
      .match(/[\p{sc=Latin}\p{M}]{2,}/gu)?.slice(0, LATIN_WORDS_MOST) ?? [];
    const known = new Map<Language, number>();
    for (const word of words) {
      const languages = this.#languagesOf(fold(word));
      for (const language of languages) {
        known.set(language, (known.get(language) ?? 0) + 1);
        const share = 1 / languages.length;
        scores.set(language, (scores.get(language) ?? 0) + share);
      }
    }
    for (const [language, marks] of MARKS) {
      const marked = text.match(marks)?.length ?? 0;
      if (marked > 0) {
        scores.set(
          language,
          (scores.get(language) ?? 0) + Math.min(2, 0.7 * marked),
        );
      }
    }
    const ranked = [...scores].sort(([, a], [, b]) => b - a);
    const [best, next] = ranked;
    // A single word may belong to any language: "vitamin C".
    if (!best || best[1] < 0.5 || (known.get(best[0]) ?? 0) < 2) return null;
    return best[1] >= AHEAD * (next?.[1] ?? 0) ? best[0] : null;
  }
}

const LATIN: ReadonlySet<Language> = new Set(
  ["en", "es", "de", "ro", "tr", "vi", "fr", "pt", "it", "nl", "hi"] as const,
);

/** Letters that few other languages use. */
const MARKS: readonly (readonly [Language, RegExp])[] = [
  ["es", /[¿¡ñ]/giu],
  ["fr", /[çœêèàùîû]|\b[cdjlmnqst]['’]/giu],
  ["de", /[ßäöü]/giu],
  ["pt", /[ãõç]/giu],
  ["it", /[òìù]|\b(?:l|un|dell|all|c|dov|quant)['’]/giu],
  ["ro", /[șțşţăâ]/giu],
  ["tr", /[ğışİç]/gu],
  ["vi", /[ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữựỵỷỹ]/giu],
];

const SCRIPTS: readonly (readonly [RegExp, Language])[] = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/gu, "ja"],
  [/\p{sc=Hangul}/gu, "ko"],
  [/\p{sc=Han}/gu, "zh"],
  [/\p{sc=Thai}/gu, "th"],
  [/\p{sc=Devanagari}/gu, "hi"],
  [/\p{sc=Arabic}/gu, "ar"],
  [/\p{sc=Cyrillic}/gu, "ru"],
  [/\p{sc=Greek}/gu, "el"],
];

/** The language of a script; null for Latin. A Japanese text is recognised by its kana, however few. */
function scriptLanguage(text: string): Language | null {
  const latin = text.match(/\p{sc=Latin}+/gu)?.length ?? 0;
  for (const [letters, language] of SCRIPTS) {
    const found = text.match(letters)?.length ?? 0;
    if (found > 0 && found >= latin) return language;
  }
  return null;
}
