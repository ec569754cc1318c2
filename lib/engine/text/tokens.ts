import { unlengthened } from "./arabic.ts";
import { westernDigits } from "./digits.ts";
import { fold } from "./fold.ts";
import { spelled } from "./german.ts";
import { withoutJamo } from "./korean.ts";
import { joinKatakana, withEnding } from "./japanese.ts";
import type { Language } from "./languages.ts";
import { koreanSpelled } from "./spellings_ko.ts";
import { typedIn } from "./spellings.ts";
import { stem } from "./stems.ts";
import { simplified } from "./traditional.ts";
import { normalForm } from "../../normal_form.ts";

/** A word of a text: its folded form and its index term, with its position in the folded text. */
export type Token = {
  form: string;
  stem: string;
  start: number;
  end: number;
};

const UNSPACED_RUN =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const RUNS =
  /[@\p{Sc}]|\p{Nd}{1,2}[:h]\p{Nd}{2}(?!\p{Nd})|\p{Nd}+(?:[.,٫٬]\p{Nd}+)*|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々]+|[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+|[[\p{L}\p{M}\p{N}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]]+/vg;

// Expensive to create, stateless to use.
const SEGMENTERS = new Map<Language, Intl.Segmenter>();

function segmenter(language: Language): Intl.Segmenter {
  let found = SEGMENTERS.get(language);
  if (!found) {
    found = new Intl.Segmenter(language, { granularity: "word" });
    SEGMENTERS.set(language, found);
  }
  return found;
}

/** The longest word, in UTF-16 units. */
const LONGEST = 60;

/** Cached stems; beyond it the cache is cleared. */
const MAX_STEMS = 60_000;
const stems = new Map<string, string>();

/** The stem of a written word in one language; cached, because most words recur. */
function stemOf(run: string, language: Language): string {
  const key = language + run;
  let found = stems.get(key);
  if (found === undefined) {
    if (stems.size > MAX_STEMS) stems.clear();
    stems.set(key, found = stem(run, language));
  }
  return found;
}

/** The text in which tokens have their positions: lower case, in one form of each character. */
export function folded(text: string, language?: Language): string {
  const written = normalForm(text.toLowerCase(), "NFKC");
  if (language === "ko") return koreanSpelled(written);
  return language === "zh" ? simplified(written) : written;
}

/** The words of `text` in order, split by the rules of `language`. */
export function tokenize(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  for (const found of folded(text, language).matchAll(RUNS)) {
    // Anything longer is not a word.
    const run = UNSPACED_RUN.test(found[0])
      ? found[0]
      : found[0].slice(0, LONGEST);
    const start = found.index;
    if (UNSPACED_RUN.test(run)) {
      const cut = [...segmenter(language).segment(run)];
      const words = language === "ja" ? joinKatakana(cut) : cut;
      for (const [i, { segment, index }] of words.entries()) {
        const form = fold(segment);
        const word = language === "ja"
          ? withEnding(form, words[i + 1]?.segment)
          : form;
        const at = start + index;
        const end = at + segment.length;
        const known = form.length <= LONGEST;
        tokens.push({
          form,
          stem: known ? stemOf(word, language) : form,
          start: at,
          end,
        });
      }
      continue;
    }
    const end = start + run.length;
    const form = /^\p{Nd}/u.test(run) ? digits(run) : sign(run);
    const is_word = form === run && /^\p{L}/u.test(run);
    const word = is_word ? asMeant(run, language) : run;
    tokens.push({
      form: is_word ? fold(word) : form,
      stem: is_word ? stemOf(word, language) : form,
      start,
      end,
    });
  }
  if (language === "en") return english(tokens);
  return typedIn(language)
    ? tokens.map((token) => meant(token, language))
    : tokens;
}

/** A word without its language's habits of typing. */
function asMeant(word: string, language: Language): string {
  if (language === "de") return spelled(word);
  if (language === "ko") return withoutJamo(word);
  return language === "ar" ? unlengthened(word) : word;
}

/**
 * Joins words at apostrophes, since most people omit them: "don't", "what's". Replaces hasty spellings by the
 * intended words.
 */
function english(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    const is_ending = /^[ts]$/.test(token.form) &&
      before?.end === token.start - 1 && /^[a-z]+$/.test(before.form);
    if (before && is_ending) joined[joined.length - 1] = ending(before, token);
    else joined.push(meant(token, "en"));
  }
  return joined;
}

function ending(token: Token, { form, end }: Token): Token {
  const word = token.form + form;
  return { ...token, form: word, stem: stemOf(word, "en"), end };
}

function meant(token: Token, language: Language): Token {
  const word = typedIn(language)?.get(token.form);
  return word
    ? { ...token, form: fold(word), stem: stemOf(word, language) }
    : token;
}

/** All currency signs are one term. */
function sign(run: string): string {
  return /^\p{Sc}/u.test(run) ? "€" : run;
}

/** "1,000", "1.000" and "١٠٠٠" are one term. */
function digits(run: string): string {
  return westernDigits(
    run.replace(/(?<=\p{Nd})[.,٫٬](?=\p{Nd}{3}(?!\p{Nd}))/gu, ""),
  );
}
