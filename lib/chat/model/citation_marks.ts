import type { Citation } from "../../schemas/chat.ts";
import { cutSentences } from "../../engine/text/sentences.ts";
import { type Hit, itemsOf } from "../../engine/passage.ts";
import { around } from "../../engine/stretch.ts";
import { cite } from "../../engine/whereabouts.ts";

const MOST = 3;
/** Citation marks such as `[1]` or `[1, 2]`. */
const MARK = / ?\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\]/g;
/** A mark that may still be incomplete, such as `[1`. */
const OPEN = / ?\[[\d,\s]{0,20}$/;

/**
 * The marks `[n]` of a streamed answer. A known number is kept and renumbered by citation, at most three; any other
 * mark is removed, unless it directly follows a word: `a[0]` is code, not a mark.
 */
export class CitationMarks {
  #held = "";
  /** The last character before the held text. */
  #before = "";
  #begun = false;
  /** It began with `[0]`, which the prompt asks for when there is no answer. */
  says_none = false;
  #cited: Hit[] = [];

  constructor(private question: string, private hits: readonly Hit[]) {}

  /** Returns the text that can be shown so far. */
  push(text: string): string {
    const all = this.#held + text;
    this.#held = OPEN.exec(all)?.[0] ?? "";
    return this.#renumber(all.slice(0, all.length - this.#held.length));
  }

  /** Returns the remaining text. */
  end(): string {
    const text = this.#held;
    this.#held = "";
    return this.#renumber(text);
  }

  #renumber(text: string): string {
    if (!this.#begun && /^\s*\[0\]/.test(text)) this.says_none = true;
    if (text.trim() !== "") this.#begun = true;
    const before = (at: number) => at > 0 ? text[at - 1] : this.#before;
    const told = text.replace(MARK, (mark, list, at: number) => {
      const numbers = String(list).split(",").map((n) => this.#place(Number(n)))
        .filter((place) => place > 0);
      const space = mark.startsWith(" ") ? " " : "";
      if (numbers.length === 0) {
        return /^[\p{L}\p{N}_)]$/u.test(before(at)) && space === "" ? mark : "";
      }
      return space +
        [...new Set(numbers)].map((place) => `[${place}]`).join("");
    });
    if (text !== "") this.#before = text.slice(-1);
    return told;
  }

  /** The citation number of a passage, from 1; 0 if it has none. */
  #place(number: number): number {
    const hit = this.hits[number - 1];
    if (!hit) return 0;
    if (!this.#cited.includes(hit) && this.#cited.length < MOST) {
      this.#cited.push(hit);
    }
    return this.#cited.indexOf(hit) + 1;
  }

  /** The ids of the items whose passages are cited. */
  quoted(): string[] {
    return itemsOf(this.#cited);
  }

  /** The cited passages, each with the excerpt of up to 500 characters that is closest to the question. */
  citations(): Citation[] {
    return this.#cited.map((hit) => {
      const { passage } = hit;
      const sentences = cutSentences(passage);
      const best = closestSentence(
        sentences.map(({ text }) => text),
        this.question,
      );
      const excerpt = around(passage, sentences, best);
      return cite(hit, excerpt, sentences[best]?.start ?? 0);
    });
  }
}

/** The sentence that shares the most words with the question. */
function closestSentence(sentences: string[], question: string): number {
  const words = (text: string) =>
    new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}|\p{sc=Han}/gu) ?? []);
  const asked = words(question);
  const shared = sentences.map((text) => words(text).intersection(asked).size);
  return Math.max(0, shared.indexOf(Math.max(...shared)));
}
