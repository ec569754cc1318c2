import { entries } from "./entries.ts";
import type { LexiconFile, Talk } from "./lexicon_file.ts";
import { bare } from "./text/fold.ts";
import { type Language, UNSPACED } from "./text/languages.ts";
import { tokenize } from "./text/tokens.ts";

/** The order of precedence for a message that says several things. */
const WEIGHTIEST: readonly Talk[] = [
  "are_you_a_bot",
  "who_are_you",
  "what_do_you_do",
  "where_are_you_from",
  "can_you_help",
  "how_are_you",
  "bye",
  "thanks",
  "hello",
];
/** Talk that asks for nothing: if all of a message means little, a word beside it makes it a question, as in "is it good". */
const POLITE: ReadonlySet<Talk> = new Set(
  ["how_are_you", "bye", "thanks", "hello"] as const,
);

/** The most words of a phrase that is looked up. */
const MOST_PHRASE = 9;

/** A recognised phrase and its language. */
export type TalkMatch = { readonly talk: Talk; readonly language: Language };

/** Whole messages that ask for nothing in the content, in all languages. */
export class TalkPhrases {
  readonly #talk = new Map<string, TalkMatch[]>();
  /** Fillers: "mate", "so much". */
  readonly #beside = new Set<string>();
  /** The number of words of the longest phrase per first word. */
  readonly #longest = new Map<string, number>();

  /** `meansLittle` tells whether a word carries little meaning in a language. */
  constructor(
    private meansLittle: (word: string, language: Language) => boolean,
  ) {}

  /** Adds the phrases of a language. */
  learn({ language, talk, beside_talk }: LexiconFile): void {
    for (const entry of entries(beside_talk)) {
      const phrase = bare(entry);
      this.#beside.add(phrase);
      this.#begin(phrase);
    }
    for (const [what, list] of Object.entries(talk)) {
      const told: TalkMatch = { talk: what as Talk, language };
      for (const entry of entries(list)) this.#add(bare(entry), told);
    }
  }

  #begin(phrase: string): void {
    const words = phrase.split(" ");
    const longest = Math.max(words.length, this.#longest.get(words[0]) ?? 0);
    this.#longest.set(words[0], longest);
  }

  #add(phrase: string, told: TalkMatch): void {
    this.#begin(phrase);
    const known = this.#talk.get(phrase);
    if (!known) this.#talk.set(phrase, [told]);
    else if (!known.some(({ language }) => language === told.language)) {
      known.push(told);
    }
  }

  /**
   * Recognises a message that asks for nothing in the content, or asks about the twin itself; null for any other. It
   * may contain several such phrases, such as a greeting first, the twin's `name`, and a few words that mean little.
   */
  find(message: string, likely: Language, name = ""): TalkMatch | null {
    if (message.length > 80) return null;
    const words = bare(message).split(" ").map((word) => this.#spelt(word));
    const names = new Set(bare(name).split(" "));
    const cut = this.#phrases(words, likely, names);
    // A word of another language among words that mean little is not from that language: German "da", Vietnamese
    // "dạ".
    const is_own = cut?.left_over === 0 ||
      cut?.told.some(({ language }) => language === likely);
    const is_whole = cut?.left_over === 0 ||
      cut?.told.some(({ talk }) => !POLITE.has(talk)) ||
      words.some((word) => !this.meansLittle(word, likely));
    const told = is_own && is_whole ? cut?.told ?? [] : [];
    if (told.length === 0) {
      const joined = words.join("");
      const parts = UNSPACED.has(likely)
        ? tokenize(joined, likely).map(({ form }) => form)
        : [joined];
      told.push(...this.#phrases(parts, likely, names, "")?.told ?? []);
    }
    const [weightiest = null] = told.sort((a, b) =>
      WEIGHTIEST.indexOf(a.talk) - WEIGHTIEST.indexOf(b.talk)
    );
    return weightiest;
  }

  /** A word with its held last letter written once: "thankss", "okkk". Short words end so themselves: "Lee", "Ann". */
  #spelt(word: string): string {
    if (this.#longest.has(word)) return word;
    const once = word.replace(
      /(\p{L})\1{2,}$|(?<=\p{L}{4})(\p{L})\2$/u,
      "$1$2",
    );
    return this.#longest.has(once) ? once : word;
  }

  /** Splits a message into phrases, leaving as few words as possible, all of little meaning; null if more is left. */
  #phrases(
    words: readonly string[],
    likely: Language,
    names: ReadonlySet<string>,
    blank = " ",
  ): Cut | null {
    const from: (Cut | null)[] = Array(words.length + 1).fill(null);
    from[words.length] = { told: [], left_over: 0 };
    for (let at = words.length - 1; at >= 0; at--) {
      const most = blank
        ? Math.min(MOST_PHRASE, this.#longest.get(words[at]) ?? 0)
        : MOST_PHRASE;
      const least = Math.min(words.length, at + most);
      for (let end = least; end > at; end--) {
        const rest = from[end];
        if (!rest) continue;
        const phrase = words.slice(at, end).join(blank);
        if (this.#beside.has(phrase)) from[at] = fewer(from[at], rest);
        const known = this.#talk.get(phrase);
        if (!known) continue;
        const [any] = known;
        const own = known.find(({ language }) => language === likely);
        // A single letter means something else in each language.
        if (!own && phrase.length === 1) continue;
        // Spanish "donde es" asks for the way, Portuguese "donde és" for one's origin.
        const is_local = !own && end > at + 1 &&
          words.slice(at, end).every((word) => this.meansLittle(word, likely));
        if (is_local) continue;
        const one = own ?? any;
        const told = [one, ...rest.told];
        from[at] = fewer(from[at], { told, left_over: rest.left_over });
      }
      const rest = from[at + 1];
      if (!rest) continue;
      const { told, left_over } = rest;
      if (names.has(words[at])) from[at] = fewer(from[at], rest);
      else if (left_over < 3 && this.meansLittle(words[at], likely)) {
        from[at] = fewer(from[at], { told, left_over: left_over + 1 });
      }
    }
    return from[0];
  }
}

/** Phrases found in a message, first to last, and the number of words left over. */
type Cut = { told: TalkMatch[]; left_over: number };

/** Prefers what recognises something, then fewer words left over, then fewer phrases. */
function fewer(a: Cut | null, b: Cut): Cut {
  if (!a) return b;
  const [by, than] = [rankOf(b), rankOf(a)];
  const at = by.findIndex((value, n) => value !== than[n]);
  return at >= 0 && by[at] < than[at] ? b : a;
}

function rankOf({ told, left_over }: Cut): number[] {
  return [told.length > 0 ? 0 : 1, left_over, told.length];
}
