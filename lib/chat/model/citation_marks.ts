import type { Citation } from "../../schemas/chat.ts";
import { cutSentences } from "../../engine/text/sentences.ts";
import type { Hit } from "../../engine/passage_index.ts";
import { around } from "../../engine/stretch.ts";

const MOST = 3;
/** A mark that may still be coming, such as `[1`. */
const OPEN = / ?\[[\d,\s]{0,20}$/;

/**
 * The marks `[n]` of a streamed answer. A number that was given stays, numbered by its citation, of which there are
 * at most three; any other is taken out of the text.
 */
export class CitationMarks {
  #held = "";
  #cited: Hit[] = [];

  constructor(private question: string, private hits: readonly Hit[]) {}

  /** The text so far that can be shown. */
  push(text: string): string {
    const all = this.#held + text;
    this.#held = OPEN.exec(all)?.[0] ?? "";
    return this.#renumber(all.slice(0, all.length - this.#held.length));
  }

  /** What is left at the end. */
  end(): string {
    const text = this.#held;
    this.#held = "";
    return this.#renumber(text);
  }

  #renumber(text: string): string {
    return text.replace(/ ?\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\]/g, (mark, list) => {
      const numbers = String(list).split(",").map((n) => this.#place(Number(n)))
        .filter((place) => place > 0);
      const space = mark.startsWith(" ") ? " " : "";
      return numbers.length === 0
        ? ""
        : space + [...new Set(numbers)].map((place) => `[${place}]`).join("");
    });
  }

  /** The place of a passage among the citations, from 1; 0 where it has none. */
  #place(number: number): number {
    const hit = this.hits[number - 1];
    if (!hit) return 0;
    if (!this.#cited.includes(hit) && this.#cited.length < MOST) {
      this.#cited.push(hit);
    }
    return this.#cited.indexOf(hit) + 1;
  }

  /** The cited passages, each by its stretch of up to 500 characters that says most of what was asked. */
  citations(): Citation[] {
    return this.#cited.map(({ title, source_url, passage }) => {
      const sentences = cutSentences(passage);
      const best = likeliest(sentences.map(({ text }) => text), this.question);
      const excerpt = around(passage, sentences, best);
      return source_url === null
        ? { title, excerpt }
        : { title, excerpt, url: source_url };
    });
  }
}

/** The sentence that shares most words with the question. */
function likeliest(sentences: string[], question: string): number {
  const words = (text: string) =>
    new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}|\p{sc=Han}/gu) ?? []);
  const asked = words(question);
  const shared = sentences.map((text) => words(text).intersection(asked).size);
  return Math.max(0, shared.indexOf(Math.max(...shared)));
}
