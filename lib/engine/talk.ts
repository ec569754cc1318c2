import { entries } from "./entries.ts";
import type { LexiconFile, Talk } from "./lexicon.ts";
import { bare } from "./text/fold.ts";
import type { Language } from "./text/languages.ts";

/** What a message is taken for that says several things. */
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
/** Words of a phrase that is looked for. */
const MOST_PHRASE = 9;

/** What is said in a language. */
export type Told = { talk: Talk; language: Language };

/** Whole messages that ask for nothing in the content, in all languages. */
export class TalkPhrases {
  readonly #talk = new Map<string, Map<Language, Talk>>();

  /** `meansLittle` tells of a word whether it says little in a language. */
  constructor(
    files: readonly LexiconFile[],
    private meansLittle: (word: string, language: Language) => boolean,
  ) {
    for (const { language, talk } of files) {
      for (const [what, list] of Object.entries(talk)) {
        for (const entry of entries(list)) {
          this.#add(bare(entry), language, what as Talk);
        }
      }
    }
  }

  #add(phrase: string, language: Language, talk: Talk): void {
    const known = this.#talk.get(phrase) ?? new Map<Language, Talk>();
    if (!known.has(language)) known.set(language, talk);
    this.#talk.set(phrase, known);
  }

  /**
   * What a message says that asks for nothing in the content, or asks about the twin itself; null for any other. It may
   * hold several such phrases, a greeting first say, and a few words that mean little.
   */
  find(
    message: string,
    likely: Language,
  ): Told | null {
    if (message.length > 80) return null;
    const words = bare(message).split(" ");
    const found = this.#phrases(words, likely) ??
      this.#phrases([words.join("")], likely);
    if (!found) return null;
    return found.sort((a, b) =>
      WEIGHTIEST.indexOf(a.talk) - WEIGHTIEST.indexOf(b.talk)
    )[0];
  }

  /** The phrases that a message consists of, but for a few words that mean little; null where there is more. */
  #phrases(words: readonly string[], likely: Language): Told[] | null {
    const found: Told[] = [];
    let left_over = 0;
    for (let at = 0; at < words.length;) {
      let end = Math.min(words.length, at + MOST_PHRASE);
      while (end > at && !this.#talk.has(words.slice(at, end).join(" "))) end--;
      if (end === at) {
        const form = words[at++];
        if (!this.meansLittle(form, likely) || ++left_over > 3) return null;
        continue;
      }
      const known = this.#talk.get(words.slice(at, end).join(" ")) ?? [];
      const all = Array.from(known, ([language, talk]) => ({ talk, language }));
      const [any] = all;
      found.push(all.find(({ language }) => language === likely) ?? any);
      at = end;
    }
    return found.length > 0 ? found : null;
  }
}
