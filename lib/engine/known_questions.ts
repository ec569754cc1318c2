import { AskedQuestions } from "./paraphrase_index.ts";
import { asTitle, readAsked } from "./paraphrases.ts";
import type { PassageSource } from "./passage.ts";
import type { EngineTables } from "./tables.ts";
import type { Language } from "./text/languages.ts";

/** The least similarity to a known question at which its answer is given alone. */
const SAME_QUESTION = 0.8;

/** The questions that items are known to answer: titles of pairs, and questions generated for other items. */
export class KnownQuestions {
  /** By the item's id. Ids are in order of time: the newest of several pairs answers. */
  readonly #pairs = new AskedQuestions<string>((a, b) => a < b ? -1 : 1);
  /** By the item's id and the question's number. */
  readonly #foreseen = new AskedQuestions<string>((a, b) => a < b ? -1 : 1);

  constructor(private tables: EngineTables) {}

  add(item: PassageSource, language: Language): void {
    const { lexica } = this.tables;
    if (item.kind === "pair") {
      this.#pairs.add(readAsked(item.title, lexica, language), item.content_id);
    }
    item.questions?.forEach((question, i) =>
      this.#foreseen.add(
        readAsked(question, lexica, language),
        `${item.content_id} ${i}`,
      )
    );
  }

  delete(item: PassageSource): void {
    this.#pairs.delete(item.content_id);
    item.questions?.forEach((_, i) =>
      this.#foreseen.delete(`${item.content_id} ${i}`)
    );
  }

  /** The id of the pair with this question, perhaps in other words; null if none. */
  pair(question: string, likely?: Language): string | null {
    return this.#find(this.#pairs, question, likely);
  }

  /** The id of the item known to answer this question, perhaps in other words; null if none. */
  foreseen(question: string, likely?: Language): string | null {
    return this.#find(this.#foreseen, question, likely);
  }

  #find(
    questions: AskedQuestions<string>,
    question: string,
    likely?: Language,
  ): string | null {
    if (questions.size === 0) return null;
    const asked = readAsked(asTitle(question), this.tables.lexica, likely);
    return questions.find(asked, SAME_QUESTION)?.split(" ")[0] ?? null;
  }
}
