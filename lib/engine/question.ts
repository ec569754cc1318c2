import { Evidence } from "./evidence.ts";
import { type Hint, KIND_WORDS, readHint } from "./answer_kinds.ts";
import { guessLanguage } from "./text/language.ts";
import { type Language, LIGHT_WORDS, STOP_WORDS } from "./text/stop_words.ts";
import { synonyms } from "./text/synonyms.ts";
import { dictionaryWords, fold, type Word, words } from "./text/words.ts";

/** A word asked for, with its weight: rarity, less for words of little meaning. */
export interface AskedWord extends Word {
  weight: number;
  /** How much of its rarity counts: 1 for a content word of the question itself. */
  share: number;
  /** Stems of words that may stand for it. */
  alike: ReadonlySet<string>;
  /** No passage holds it, nor a word like it. */
  unknown: boolean;
  /** Written like a name or a number: an answer must be about it. */
  name: boolean;
}

/** How rare a stem, or any of those like it, is among the passages. */
export type Rarity = (
  stem: string,
  alike?: ReadonlySet<string>,
) => { idf: number; unknown: boolean };

/** A question as the index sees it. */
export interface Question {
  language: Language;
  hint: Hint | null;
  asked: AskedWord[];
  /** How texts match it; what it has compared once it remembers. */
  evidence: Evidence;
  /** None of its own words names a subject: "who are you?". */
  bare: boolean;
  /** The weight of a word that no passage holds. */
  rarest: number;
}

const FOLLOW_UP =
  /^(?:and|but|so|what about|how about|y|e|et|und|а|и|那|那么|और|و)(?![\p{L}\p{M}])|(?:^|[^\p{L}])(?:it|its|he|his|him|she|her|they|them|their|that|there|this|these|those|el|ella|ellos|ellas|eso|esto|alli|lo|su|sus|il|elle|ils|elles|cela|ca|y|er|sie|es|dort|ele|ela|eles|isso|lui|lei|он|она|оно|они|его|ее|их|им|там|это|यह|वह|ये|वे|इस|उस|इसका|इसकी|उसका|उसकी|उसने|वहां|هو|هي|هم|ذلك|هذا|هذه|هناك)(?![\p{L}\p{M}])|[它他她]|这|那|それ|これ|彼|그것|그는|그녀|มัน|เขา|ه(?:ا)?(?:؟|$)/iu;

/** Upper case words but the first, words with digits, and what is quoted. */
const NAMES =
  /(?<=[^\s¿¡"«“'(][^\n]*)(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}’'-]*|\p{Nd}+(?:[.,]\p{Nd}+)*|(?<=[«“"《「『])[^»”"》」』\n]+(?=[»”"》」』])/gu;

/** "Which parasite …?": the kind of thing asked for, which a text that names one need not say. */
const ASKED_KIND =
  /(?:\b(?:which|what|quels?|quelles?|welche[rsmn]?|qual|quale)|^[^\p{L}]*(?:(?:de|en|a|con|por|para|desde|hasta|sobre)\s+)?(?:que|cual)|(?:^|\s)как(?:ой|ая|ое|ие|им|ими|ом|ую|ого|их)|(?:^|\s)(?:किस|किन|कौन\s*-?(?:सा|सी|से))|(?:^|\s)[اأ]ي[ةه]?)\s+([\p{L}\p{M}]+)/gu;

/**
 * Reads a question; earlier ones (`context`, latest last) lend their words,
 * at less weight, to one that is short or points back.
 */
export function readQuestion(
  text: string,
  context: readonly string[],
  rarity: Rarity,
): Question {
  const said = words(text);
  const folded = fold(text);
  const language = guessLanguage(text, said.map((word) => word.form));
  const asked = new Map<string, AskedWord>();
  const own = add(asked, text, language, 1, rarity);
  const names = new Set(
    words(text.match(NAMES)?.join(" ") ?? "").map(({ stem }) => stem),
  );
  for (const word of asked.values()) word.name = names.has(word.stem);
  let pointing = leans(own, folded);
  let share = 0.6;
  for (const earlier of context.slice(-4).reverse()) {
    if (!pointing) break;
    const more = add(asked, earlier, language, share, rarity);
    // One that stands alone names the subject; those before it had others.
    pointing = leans(more, fold(earlier));
    share /= 2;
  }
  const all = [...asked.values()];
  return {
    language,
    hint: readHint(folded),
    asked: all,
    evidence: new Evidence(all),
    bare: own === 0,
    rarest: rarity("").idf,
  };
}

/** Whether a question of so many words needs the ones before it. */
function leans(count: number, folded: string): boolean {
  return count <= 1 || (count <= 3 && FOLLOW_UP.test(folded));
}

/** Adds the words of `text`; returns how many name its subject. */
function add(
  asked: Map<string, AskedWord>,
  text: string,
  language: Language,
  share: number,
  rarity: Rarity,
): number {
  let subjects = 0;
  const said = language === "zh" ? chinese(text, rarity) : words(text);
  const kinds = new Set(
    Array.from(fold(text).matchAll(ASKED_KIND), ([, word]) => word),
  );
  const content = said.filter(({ form }) => !STOP_WORDS[language].has(form));
  // "Who are they?" may ask for the band.
  for (const word of content.length || share < 1 ? content : said) {
    if (asked.has(word.stem)) continue;
    const alike = synonyms(word.stem);
    const { idf, unknown } = rarity(word.stem, alike);
    const light = KIND_WORDS.has(word.form) || LIGHT_WORDS.has(word.form) ||
      unknown && kinds.has(word.form);
    const kind = light ? 0.35 : 1;
    const han = /^\p{sc=Han}$/u.test(word.form) ? 0.3 : 1;
    if (kind * han === 1) subjects++;
    asked.set(word.stem, {
      ...word,
      alike,
      unknown,
      name: false,
      share: share * kind * han,
      weight: idf * share * kind * han,
    });
  }
  return subjects;
}

/**
 * Pairs of characters that a dictionary word holds, and others only where the
 * content knows them: most pairs across two words mean nothing.
 */
function chinese(text: string, rarity: Rarity): Word[] {
  const inside = new Set<string>();
  let rest = "";
  for (const segment of dictionaryWords(fold(text))) {
    const stop = STOP_WORDS.zh.has(segment);
    rest += stop ? " " : segment;
    if (!stop) { for (const { stem } of words(segment)) inside.add(stem); }
  }
  return words(rest).filter(({ stem }) =>
    inside.has(stem) || !rarity(stem).unknown
  );
}
