import type { Alternatives } from "./alternatives.ts";
import { AskedQuestions, asTitle, readAsked } from "./paraphrases.ts";
import { distinct, type Hit, type PassageSource } from "./passage.ts";
import { termsOf } from "./passage_reader.ts";
import type { Asked } from "./asked.ts";
import { MOST_READ, type Question, readQuestion } from "./question.ts";
import type { Language } from "./text/languages.ts";
import { type EngineTables, engineTables } from "./tables.ts";
import { countOf, docOf, isInTitle, Vocabulary } from "./vocabulary.ts";

type Doc = {
  content_id: string;
  n: number;
  terms: Uint32Array;
  /** Words said. */
  length: number;
  is_gone: boolean;
};

type Item = PassageSource & { language: Language; docs: number[] };

/** Candidates that the first ranking hands to the second. */
const CANDIDATES = 16;
/** So few passages are all candidates. */
const FEW = 32;
/** Below this many passages rarity says little: there might as well be more. */
const LEAST_PASSAGES = 12;
/** How much more a word counts that is said again, and how much less in a longer passage (BM25's k1 and b). */
const AGAIN = 0.9;
const LONG = 0.5;
/** How much a word counts that is in the title. */
const TITLED = 1.1;
/** How far a question must be a pair's, to be answered with it and with nothing else. */
const SAME_QUESTION = 0.8;
/** Words whose alternatives are remembered until the content changes. */
const MAX_KNOWN = 2_000;

/** The passages of one twin, searchable; items are replaced one by one. */
export class PassageIndex {
  readonly #items = new Map<string, Item>();
  readonly #pairs = new AskedQuestions<string>(
    // Ids are in order of time: the newest of several pairs answers.
    (a, b) => a < b ? -1 : 1,
  );
  /** Questions that items are known to answer, each as the item's id and its number. */
  readonly #foreseen = new AskedQuestions<string>((a, b) => a < b ? -1 : 1);
  #vocabulary: Vocabulary;
  #docs: Doc[] = [];
  #gone = 0;
  #length = 0;
  #languages = new Map<Language, number>();
  readonly #known = new Map<string, Alternatives>();
  /** The vector of a stem's word, of those that have one. */
  readonly #rows = new Map<string, number>();

  constructor(readonly tables: EngineTables = engineTables()) {
    this.#vocabulary = this.#newVocabulary();
  }

  /** How many passages there are. */
  get size(): number {
    return this.#docs.length - this.#gone;
  }

  /** The languages of the content, most used first. */
  get languages(): Language[] {
    return [...this.#languages].sort(([, a], [, b]) => b - a)
      .map(([language]) => language);
  }

  /** Adds an item, or replaces the one with the same id. */
  set(source: PassageSource): void {
    this.remove(source.content_id);
    const language = this.languageOf(source);
    const item: Item = {
      ...source,
      passages: [...source.passages],
      language,
      docs: [],
    };
    this.#items.set(item.content_id, item);
    if (item.kind === "pair") {
      this.#pairs.add(
        readAsked(item.title, this.tables.lexica, language),
        item.content_id,
      );
    }
    item.questions?.forEach((question, i) =>
      this.#foreseen.add(
        readAsked(question, this.tables.lexica, language),
        `${item.content_id} ${i}`,
      )
    );
    this.#languages.set(language, (this.#languages.get(language) ?? 0) + 1);
    this.#addDocs(item);
    this.#known.clear();
  }

  /** Takes an item out; does nothing when there is none. */
  remove(content_id: string): void {
    const item = this.#items.get(content_id);
    if (!item) return;
    this.#items.delete(content_id);
    this.#pairs.delete(content_id);
    item.questions?.forEach((_, i) =>
      this.#foreseen.delete(`${content_id} ${i}`)
    );
    const left = (this.#languages.get(item.language) ?? 1) - 1;
    if (left > 0) this.#languages.set(item.language, left);
    else this.#languages.delete(item.language);
    for (const number of item.docs) {
      const doc = this.#docs[number];
      doc.is_gone = true;
      this.#vocabulary.remove(doc.terms);
      this.#length -= doc.length;
      this.#gone++;
    }
    this.#known.clear();
    if (this.#gone > 100 && this.#gone > this.size) this.#compact();
  }

  has(content_id: string): boolean {
    return this.#items.has(content_id);
  }

  item(content_id: string): PassageSource | null {
    return this.#items.get(content_id) ?? null;
  }

  ids(): Iterable<string> {
    return this.#items.keys();
  }

  titles(): string[] {
    return Array.from(this.#items.values(), ({ title }) => title);
  }

  /** The pair whose question this is, maybe in other words; null when there is none. */
  pair(question: string): PassageSource | null {
    return this.#asked(this.#pairs, question);
  }

  /** The item that is known to answer this question, maybe in other words; null when there is none. */
  foreseen(question: string): PassageSource | null {
    return this.#asked(this.#foreseen, question);
  }

  #asked(
    questions: AskedQuestions<string>,
    question: string,
  ): PassageSource | null {
    if (questions.size === 0) return null;
    const asked = readAsked(
      asTitle(question),
      this.tables.lexica,
      this.languages[0],
    );
    const id = questions.find(asked, SAME_QUESTION)?.split(" ")[0];
    return id === undefined ? null : this.#items.get(id) ?? null;
  }

  /** Reads what `read` reads such a question by, and serves others meanwhile. */
  async prepare(
    question: string,
    { context = [], page }: { context?: readonly string[]; page?: Language },
    breathe: () => Promise<void>,
  ): Promise<void> {
    const language = this.#asksIn(question, context, page);
    await this.tables.lexica.prepare(language, breathe);
  }

  #asksIn(
    question: string,
    context: readonly string[],
    page?: Language,
  ): Language {
    const { lexica } = this.tables;
    const start = question.slice(0, MOST_READ);
    return lexica.detect(start) ?? lexica.detect(context.at(-1) ?? "") ??
      page ?? this.languages[0] ?? "en";
  }

  /** Reads a question by the words of the content; `page` is the language where the question does not tell its own. */
  read(
    question: string,
    context: readonly string[] = [],
    page?: Language,
  ): Question {
    const { lexica, vectors } = this.tables;
    const languages = this.languages;
    const language = this.#asksIn(question, context, page);
    if (this.#known.size > MAX_KNOWN) this.#known.clear();
    return readQuestion(question, context, language, {
      lexica,
      vectors,
      languages: languages.slice(0, 3),
      vocabulary: this.#vocabulary,
      rarity: (spread) => this.#rarity(spread),
      rowsOf: (text, language) => this.tables.reader.rowsOf(text, language),
      known: this.#known,
    });
  }

  /** The passages that fit best by the terms they share, best first. */
  find(question: Question, limit = CANDIDATES): Hit[] {
    const scores = new Float32Array(this.#docs.length);
    const best = new Float64Array(this.#docs.length);
    for (const asked of question.asked) this.#score(asked, scores, best);
    return this.#highest(scores, limit).flatMap((doc) =>
      this.#hit(doc, scores[doc]) ?? []
    );
  }

  /** The passages of the highest scores above 0, the highest first; of equal ones the one that was added first. */
  #highest(scores: Float32Array, limit: number): number[] {
    const highest: number[] = [];
    for (let doc = 0; doc < scores.length; doc++) {
      const score = scores[doc];
      const least = highest.length < limit ? 0 : scores[highest[limit - 1]];
      if (score <= least || this.#docs[doc].is_gone) continue;
      let place = Math.min(highest.length, limit - 1);
      for (; place > 0 && scores[highest[place - 1]] < score; place--) {
        highest[place] = highest[place - 1];
      }
      highest[place] = doc;
    }
    return highest;
  }

  /**
   * The passages to weigh as an answer: what `find` finds, and of a small twin all others too, for the right one may
   * share no term with the question.
   */
  candidates(question: Question): Hit[] {
    if (question.total === 0 || this.size > FEW) return this.find(question);
    return distinct([...this.find(question, FEW), ...this.all(FEW)]);
  }

  /** As `find`, of a question not read yet. */
  search(
    question: string,
    { limit, context }: { limit?: number; context?: string[] } = {},
  ): Hit[] {
    return this.find(this.read(question, context), limit);
  }

  /** A passage by its place; null where there is none. */
  at(content_id: string, n: number): Hit | null {
    const doc = this.#items.get(content_id)?.docs[n];
    return doc === undefined ? null : this.#hit(doc, 0);
  }

  /** The passages before and after one, of its item. */
  around({ content_id, n }: Hit): Hit[] {
    const docs = this.#items.get(content_id)?.docs ?? [];
    return [docs[n - 1], docs[n + 1]].flatMap((doc) =>
      doc === undefined ? [] : this.#hit(doc, 0) ?? []
    );
  }

  /** Every passage, where there are at most so many; otherwise none. */
  all(most: number): Hit[] {
    if (this.size > most) return [];
    return this.#docs.flatMap((doc, number) =>
      doc.is_gone ? [] : this.#hit(number, 0) ?? []
    );
  }

  /** BM25's inverse document frequency of something said in so many passages. */
  #rarity(spread: number): number {
    const passages = Math.max(this.size, LEAST_PASSAGES, spread);
    return Math.log(1 + (passages - spread + 0.5) / (spread + 0.5));
  }

  /**
   * Adds to each passage what it says of one thing asked for: by the best of what may stand for it. `best` holds
   * nothing but zeros, before and after.
   */
  #score({ gains }: Asked, scores: Float32Array, best: Float64Array): void {
    const average = this.#length / Math.max(1, this.size);
    const found: number[] = [];
    for (const [term, most] of gains) {
      for (const posting of this.#vocabulary.postings(term)) {
        const doc = docOf(posting);
        const times = countOf(posting) + (isInTitle(posting) ? TITLED : 0);
        const long = 1 - LONG + LONG * this.#docs[doc].length / average;
        const score = most * times * (1 + AGAIN) / (times + AGAIN * long);
        if (best[doc] === 0) found.push(doc);
        if (score > best[doc]) best[doc] = score;
      }
    }
    for (const doc of found) {
      scores[doc] += best[doc];
      best[doc] = 0;
    }
  }

  #hit(number: number, score: number): Hit | null {
    const { content_id, n } = this.#docs[number];
    const item = this.#items.get(content_id);
    if (!item) return null;
    const { title, source_url, language, kind = "text" } = item;
    const passage = item.passages[n];
    const { reader } = this.tables;
    return {
      content_id,
      title,
      kind,
      source_url,
      passage,
      n,
      of: item.passages.length,
      language,
      score,
      read: reader.read(passage, language),
      read_title: reader.read(title, language),
    };
  }

  /** The language that an item would be taken in by. */
  languageOf({ title, passages }: PassageSource): Language {
    const { lexica } = this.tables;
    const text = passages.join("\n").slice(0, 2_000);
    return lexica.detect(`${title}\n${text}`) ?? this.languages[0] ?? "en";
  }

  #addDocs(item: Item): void {
    const title = this.#termsOf(item.title, item.language);
    item.docs = item.passages.map((passage, n) => {
      const body = this.#termsOf(passage, item.language);
      const number = this.#docs.length;
      const terms = this.#vocabulary.add(number, body, title);
      const { content_id } = item;
      const length = body.length;
      this.#docs.push({ content_id, n, terms, length, is_gone: false });
      this.#length += length;
      return number;
    });
  }

  #termsOf(text: string, language: Language): string[] {
    const { words, ideas } = termsOf(
      text,
      language,
      this.tables.lexica,
      this.tables.vectors,
      this.#rows,
    );
    return [...words, ...ideas];
  }

  #newVocabulary(): Vocabulary {
    return new Vocabulary((term) => this.#rows.get(term) ?? -1);
  }

  /** Makes the index anew, without what was removed. */
  #compact(): void {
    this.#vocabulary = this.#newVocabulary();
    this.#docs = [];
    this.#gone = 0;
    this.#length = 0;
    for (const item of this.#items.values()) this.#addDocs(item);
  }
}
