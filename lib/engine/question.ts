import type { Asked, ReadBy } from "./asked.ts";
import { addAsked, addMatter, readText } from "./add_asked.ts";
import type { Kind } from "./lexicon_file.ts";
import { matterOf } from "./matters.ts";
import { ideaTerm } from "./passage_reader.ts";
import { isPersonal } from "./personal.ts";
import { fold } from "./text/fold.ts";
import type { Language } from "./text/languages.ts";
import type { Meaning } from "./word_vectors.ts";

/** An analysed question. */
export type Question = {
  text: string;
  language: Language;
  kinds: Kind[];
  asked: Asked[];
  /** The sum of the weights. */
  total: number;
  /** The meaning of the whole; null if its words have no vectors. */
  meaning: Meaning | null;
  /** None of its own words names a subject: "who are you?". */
  is_bare: boolean;
  /** The terms by which content tells what a general question asks, and how surely; none if it names a subject. */
  matter: ReadonlyMap<string, number>;
  /** It asks about somebody as a person: what they did before, where they grew up. */
  is_personal: boolean;
};

/** How many UTF-16 units of a question are read. */
export const MOST_READ = 600;
const FOLLOW_UP =
  /^(?:and|but|so|what about|how about|y|e|et|und|а|и|那|那么|और|و|en|ve|peki|și|και|แล้ว|còn|그럼|じゃあ|では)(?![\p{L}\p{M}])|(?:^|[^\p{L}])(?:it|its|he|his|him|she|her|they|them|their|that|there|this|these|those|el|ella|ellos|ellas|eso|esto|alli|lo|su|sus|il|elle|ils|elles|cela|ca|y|er|sie|es|dort|ele|ela|eles|isso|lui|lei|он|она|оно|они|его|ее|их|им|там|это|यह|वह|ये|वे|इस|उस|इसका|इसकी|उसका|उसकी|उसने|वहां|هو|هي|هم|ذلك|هذا|هذه|هناك|αυτο|αυτη|αυτος|εκει|asta|acolo|bu|o|onu|bunu|orada|nó|đó|dit|dat|het|daar)(?![\p{L}\p{M}])|[它他她]|这|那|それ|これ|彼|그것|그는|그녀|มัน|เขา|ه(?:ا)?(?:؟|$)/iu;

/**
 * Analyses a question; earlier ones (`context`, latest last) lend their words, at less weight, to one that is short
 * or refers back.
 */
export function readQuestion(
  text: string,
  context: readonly string[],
  language: Language,
  by: ReadBy,
): Question {
  const asked = new Map<string, Asked>();
  text = text.slice(0, MOST_READ);
  const read = readText(text, language, by);
  const own = addAsked(asked, read, 1, by);
  const points_back = pointsBack(text);
  let pointing = own <= 1 || own <= 3 && points_back;
  // "Tell me about your kiln": the content has the one thing asked about.
  const stands_alone = own === 1 && !points_back &&
    asked.values().some(({ is_light, is_known }) => !is_light && is_known);
  // Earlier questions then only break ties.
  let share = stands_alone ? 0.05 : 0.5;
  for (const earlier of context.slice(-4).reverse()) {
    if (!pointing) break;
    const start = readText(earlier.slice(0, MOST_READ), language, by);
    const more = addAsked(asked, start, share, by);
    // A complete question names its own subject; earlier questions had others.
    pointing = more <= 1 || more <= 3 && pointsBack(earlier);
    share /= 2;
  }
  const { lexica } = by;
  const matter = matterOf(read, lexica.of(language), lexica);
  addMatter(asked, matter, by);
  const all = [...asked.values()];
  return {
    text,
    language,
    kinds: read.asking.kinds,
    asked: all,
    total: all.reduce((sum, { weight }) => sum + weight, 0),
    meaning: by.vectors?.meaningOf(by.rowsOf(text, language)) ?? null,
    is_bare: own === 0,
    matter: new Map(
      Array.from(matter, ([idea, surely]) => [ideaTerm(idea), surely]),
    ),
    is_personal: isPersonal(
      read.spans.flatMap(({ ideas }) => ideas),
      by.lexica,
    ),
  };
}

/** Whether a question leans on the one before: "and that?". Folded, the Arabic feminine ending would be "his". */
function pointsBack(text: string): boolean {
  return FOLLOW_UP.test(fold(text.replaceAll("ة", "ت")));
}
