import { cutSentences, type Sentence } from "./sentences.ts";
import { type Word, words } from "./words.ts";

/** A text as the engine reads it: each of its words once, and its sentences with theirs. */
export interface ReadPassage {
  words: readonly Word[];
  sentences: readonly Sentence[];
  /** The words of each sentence, in the order of `sentences`. */
  said: readonly (readonly Word[])[];
}

/** Passages remembered; about 10 kB each. */
const MAX_READ = 3_000;

/** Reads passages, which takes longer than to rank them, and remembers those that were found last. */
export class PassageReader {
  #read = new Map<string, ReadPassage>();

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
      words: distinct(words(text)),
      sentences,
      said: sentences.map((sentence) => distinct(words(sentence.text))),
    };
    this.#read.set(text, read);
    const [oldest] = this.#read.keys();
    if (this.#read.size > this.max_read) this.#read.delete(oldest);
    return read;
  }
}

function distinct(said: readonly Word[]): Word[] {
  return [...new Map(said.map((word) => [word.form, word])).values()];
}
