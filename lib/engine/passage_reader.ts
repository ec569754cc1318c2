import { cutSentences, type Sentence } from "./text/sentences.ts";
import { type Word, words } from "./text/words.ts";

/** A text as the engine reads it: each of its words once, and its sentences with theirs. */
export interface ReadPassage {
  words: readonly Word[];
  sentences: readonly Sentence[];
  /** The words of each sentence, in the order of `sentences`. */
  said: readonly (readonly Word[])[];
}

/** Passages remembered; about 4 kB each, with words that are said in several kept once. */
const MAX_READ = 3_000;
/** Words remembered; past it those of passages read later are kept anew. */
const MAX_WORDS = 100_000;

/** Reads passages, which takes longer than to rank them, and remembers those that were found last. */
export class PassageReader {
  #read = new Map<string, ReadPassage>();
  #words = new Map<string, Word>();

  constructor(private max_read = MAX_READ) {}

  read(text: string): ReadPassage {
    const known = this.#read.get(text);
    if (known) {
      // The one that was found last is last.
      this.#read.delete(text);
      this.#read.set(text, known);
      return known;
    }
    const sentences = cutSentences(text);
    const read: ReadPassage = {
      words: this.#distinct(words(text)),
      sentences,
      said: sentences.map(({ text }) => this.#distinct(words(text))),
    };
    this.#read.set(text, read);
    const [oldest] = this.#read.keys();
    if (this.#read.size > this.max_read) this.#read.delete(oldest);
    return read;
  }

  /** Each word once, and the same object wherever it is said. */
  #distinct(said: readonly Word[]): Word[] {
    if (this.#words.size > MAX_WORDS) this.#words.clear();
    const found = new Set<Word>();
    for (const word of said) {
      let known = this.#words.get(word.form);
      if (!known) this.#words.set(word.form, known = word);
      found.add(known);
    }
    return [...found];
  }
}
