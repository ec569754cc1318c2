import { fold } from "./fold.ts";
import { pairs } from "./spellings.ts";
import { ARABIC } from "./spellings_ar.ts";

/** Letters that a word is lengthened by: "شكراااا". */
const LENGTHENED = /([\u0621-\u064a])\1{2,}/g;

/** Writes lengthened words as they are meant. */
export function unlengthened(word: string): string {
  return word.replace(LENGTHENED, "$1");
}

const VERBS = listed(ARABIC.verbs);
const WORDS = listed(ARABIC.words);

/** Folded pairs "word=meant"; a word alone stands for itself. */
function listed(list: string): ReadonlyMap<string, string> {
  return new Map(
    [...pairs(list)].map(([word, meant = word]) => [fold(word), fold(meant)]),
  );
}

/** All ways to join one of each list. */
function joined(...lists: string[]): ReadonlySet<string> {
  return new Set(
    lists.map((list) => list.split(" ").map((part) => part.replace("-", "")))
      .reduce((starts, ends) =>
        starts.flatMap((start) => ends.map((end) => start + end))
      ),
  );
}

/** What stands before a verb: "and", tense or negation, and the person; and after it: person, object, negation. */
const BEFORE_VERB = new Set([
  ...joined("- و ف", "- ب س ه ح ل ك مب ماب عم رح", "ا ي ت ن"),
  ...joined("- و ف", "من - ب ما"),
]);
const AFTER_VERB = joined(
  "- و وا ون ين ي ت تي تو توا نا",
  "- ني نا ه ها هم هن ك كم كن لي لك لكم له لو لها لنا لهم هالي هالك هالكم هولي",
  "- ش",
);
/** What stands before and after a noun. */
const BEFORE_NOUN = joined("- و ف", "- ب ل ك ال لل بال كال فال عال هال بهال");
const AFTER_NOUN = joined("- ي ك كم كن كو نا ه ها هم هن و وا ون ين ات ا");
const MOST_BEFORE = 5;
const MOST_AFTER = 7;

/** The stem of a word: of the noun that a listed verb or plural belongs to, otherwise by its prefix and ending. */
export function arabicStem(word: string): string {
  // Folded, a hundred would be water.
  if (/^[وفبل]?(?:ال)?مئ[ةه]$/u.test(word)) return "مايه_عدد";
  const text = fold(word);
  const noun = within(text, WORDS, BEFORE_NOUN, AFTER_NOUN, 2);
  const verb = within(text, VERBS, BEFORE_VERB, AFTER_VERB, 3);
  if (verb && (!noun || verb.length > noun.length)) {
    return stemOf(VERBS.get(verb) ?? verb);
  }
  return noun ? stemOf(noun) : light(text);
}

/** The stem of a word without what stands before or after it. */
function stemOf(word: string): string {
  const meant = WORDS.get(word);
  if (meant === word || !meant && VERBS.get(word) === word) return word;
  return meant ? stemOf(meant) : light(word);
}

/** The longest listed word within a text, if only what may stand before and after it is left. */
function within(
  text: string,
  words: ReadonlyMap<string, string>,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
  least: number,
): string | undefined {
  for (let length = text.length; length >= least; length--) {
    const most = Math.min(MOST_BEFORE, text.length - length);
    for (let start = 0; start <= most; start++) {
      const end = start + length;
      if (text.length - end > MOST_AFTER) continue;
      if (!before.has(text.slice(0, start))) continue;
      if (!after.has(text.slice(end))) continue;
      const part = text.slice(start, end);
      if (words.has(part)) return part;
      // Before an ending, the last letter of a feminine noun is another.
      const feminine = part.slice(0, -1) + "ه";
      if (end < text.length && part.endsWith("ت") && words.has(feminine)) {
        return feminine;
      }
    }
  }
  return undefined;
}

/** "And", written as part of the word. */
const AND = /^و(?=.{3})/u;
const ARTICLE =
  /^(?:ال|بال|كال|فال|لل|وال|عال(?=.{3})|هال(?=.{3})|بهال(?=.{3}))(?=.{2})/u;
const ENDINGS = "هما هم تها ته وا ها ان ات ون ين يه ه ي ا".split(" ");

/** Light stemming after Larkey, Ballesteros, Connell: "light10" (2007), also without "your" and "our". */
function light(word: string): string {
  // "And" comes with or without the article: "الورشة" and "ورشة" are one word.
  let text = word.replace(AND, "").replace(ARTICLE, "")
    .replace(AND, "").replace(/^[بلفك](?=.{3})/u, "");
  const owned = /^(.{3,}?)(?:(?:ات|ت)?(?:كم|كن|نا|هن|ك))$/u.exec(text)?.[1];
  if (owned) text = owned;
  const ending = ENDINGS.find((ending) =>
    text.endsWith(ending) && text.length - ending.length >= 3
  );
  return ending && !owned ? text.slice(0, -ending.length) : text;
}
