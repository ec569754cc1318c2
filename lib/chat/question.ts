import { type Hint, KIND_WORDS, readHint } from "./hints.ts";
import { guessLanguage } from "./language.ts";
import { type Language, STOP_WORDS } from "./stop_words.ts";
import { fold, type Word, words } from "./words.ts";

/** A word asked for, with its weight: rarity, less for words of little meaning. */
export interface AskedWord extends Word {
  weight: number;
  /** How much of its rarity counts: 1 for a content word of the question itself. */
  share: number;
  /** No passage holds it. */
  unknown: boolean;
}

/** A question as the index sees it. */
export interface Question {
  language: Language;
  hint: Hint | null;
  asked: AskedWord[];
}

const FOLLOW_UP =
  /^(?:and|but|so|what about|how about|y|e|et|und|а|и|那|那么|और|و)\b|(?:^|[^\p{L}])(?:it|its|he|his|him|she|her|they|them|their|that|there|this|these|those|el|ella|ellos|ellas|eso|esto|alli|lo|su|sus|il|elle|ils|elles|cela|ca|y|er|sie|es|dort|ele|ela|eles|isso|lui|lei|он|она|оно|они|его|ее|их|им|там|это|यह|वह|ये|वे|इस|उस|इसका|इसकी|उसका|उसकी|उसने|वहां|هو|هي|هم|ذلك|هذا|هذه|هناك)(?![\p{L}\p{M}])|[它他她]|这|那|それ|これ|彼|그것|그는|그녀|มัน|เขา|ه(?:ا)?(?:؟|$)/iu;

/**
 * Reads a question; earlier ones (`context`, latest last) lend their words,
 * at less weight, to one that is short or points back.
 */
export function readQuestion(
  text: string,
  context: readonly string[],
  rarity: (stem: string) => { idf: number; unknown: boolean },
): Question {
  const said = words(text);
  const folded = fold(text);
  const language = guessLanguage(text, said.map((word) => word.form));
  const asked = new Map<string, AskedWord>();
  add(asked, said, language, 1, rarity);
  const own = [...asked.values()].filter((word) => word.share === 1).length;
  if (own <= 1 || (own <= 3 && FOLLOW_UP.test(folded))) {
    let share = 0.6;
    for (const earlier of context.slice(-3).reverse()) {
      add(asked, words(earlier), language, share, rarity);
      share /= 2;
    }
  }
  return { language, hint: readHint(folded), asked: [...asked.values()] };
}

function add(
  asked: Map<string, AskedWord>,
  said: readonly Word[],
  language: Language,
  share: number,
  rarity: (stem: string) => { idf: number; unknown: boolean },
): void {
  const content = said.filter(({ form }) => !isStop(form, language));
  // "Who are they?" may ask for the band.
  for (const word of content.length || share < 1 ? content : said) {
    if (asked.has(word.stem)) continue;
    const kind = KIND_WORDS.has(word.form) ? 0.35 : 1;
    const han = /^\p{sc=Han}$/u.test(word.form) ? 0.3 : 1;
    const { idf, unknown } = rarity(word.stem);
    asked.set(word.stem, {
      ...word,
      unknown,
      share: share * kind * han,
      weight: idf * share * kind * han,
    });
  }
}

function isStop(form: string, language: Language): boolean {
  if (STOP_WORDS[language].has(form)) return true;
  if (language !== "zh" && language !== "ko") return false;
  // Pairs of two function characters, or pairs around a question word.
  const stops = STOP_WORDS[language];
  return form.length === 2 && language === "zh" && stops.has(form[0]) &&
    stops.has(form[1]);
}
