import type { Alternatives } from "./alternatives.ts";
import { KnownQuestions } from "./known_questions.ts";
import { distinct, type Hit, type PassageSource } from "./passage.ts";
import { termsOf } from "./passage_reader.ts";
import { Postings } from "./postings.ts";
import { MOST_READ, type Question, readQuestion } from "./question.ts";
import type { Language } from "./text/languages.ts";
import { type EngineTables, engineTables } from "./tables.ts";

type Item = PassageSource & { language: Language; docs: number[] };

/** Candidates passed from the first ranking to the second. */
const CANDIDATES = 16;
/** Up to this many passages, all are candidates. */
const FEW = 32;
/** Words whose alternatives are cached until the content changes. */
const MAX_KNOWN = 2_000;

/** A searchable index of one twin's passages; items are replaced one by one. */
export class PassageIndex {
  readonly #items = new Map<string, Item>();
  readonly #questions: KnownQuestions;
  #postings: Postings;
  #languages = new Map<Language, number>();
  readonly #known = new Map<string, Alternatives>();
  /** The vector rows of stems, for those that have one. */
  readonly #rows = new Map<string, number>();

  constructor(readonly tables: EngineTables = engineTables()) {
    this.#questions = new KnownQuestions(tables);
    this.#postings = this.#newPostings();
  }

  /** The number of passages. */
  get size(): number {
    return this.#postings.size;
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
    this.#questions.add(item, language);
    this.#languages.set(language, (this.#languages.get(language) ?? 0) + 1);
    this.#addDocs(item);
    this.#known.clear();
  }

  /** Removes an item; does nothing if there is none. */
  remove(content_id: string): void {
    const item = this.#items.get(content_id);
    if (!item) return;
    this.#items.delete(content_id);
    this.#questions.delete(item);
    const left = (this.#languages.get(item.language) ?? 1) - 1;
    if (left > 0) this.#languages.set(item.language, left);
    else this.#languages.delete(item.language);
    for (const number of item.docs) this.#postings.remove(number);
    this.#known.clear();
    if (this.#postings.isMostlyGone) this.#compact();
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

  /** The pair with this question, perhaps in other words; null if none. */
  pair(question: string): PassageSource | null {
    const id = this.#questions.pair(question, this.languages[0]);
    return id === null ? null : this.item(id);
  }

  /** The item known to answer this question, perhaps in other words; null if none. */
  foreseen(question: string): PassageSource | null {
    const id = this.#questions.foreseen(question, this.languages[0]);
    return id === null ? null : this.item(id);
  }

  /** Loads what `read` needs for a question, while serving others. */
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

  /** Analyses a question by the words of the content; `page` is its language if that is unclear. */
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
      vocabulary: this.#postings.vocabulary,
      rarity: (spread) => this.#postings.rarity(spread),
      rowsOf: (text, language) => this.tables.reader.rowsOf(text, language),
      known: this.#known,
    });
  }

  /** The passages that fit best by shared terms, best first. */
  find(question: Question, limit = CANDIDATES): Hit[] {
    return this.#postings.best(question.asked, limit)
      .flatMap(({ number, score }) => this.#hit(number, score) ?? []);
  }

  /**
   * The passages to consider as an answer: the results of `find` and, for a small twin, all others too, since the
   * right one may share no term with the question.
   */
  candidates(question: Question): Hit[] {
    if (question.total === 0 || this.size > FEW) return this.find(question);
    return distinct([...this.find(question, FEW), ...this.all(FEW)]);
  }

  /** Like `find`, for a question not analysed yet. */
  search(
    question: string,
    { limit, context }: { limit?: number; context?: string[] } = {},
  ): Hit[] {
    return this.find(this.read(question, context), limit);
  }

  /** A passage by its position; null if none. */
  at(content_id: string, n: number): Hit | null {
    const doc = this.#items.get(content_id)?.docs[n];
    return doc === undefined ? null : this.#hit(doc, 0);
  }

  /** The passages before and after one in its item. */
  around({ content_id, n }: Hit): Hit[] {
    const docs = this.#items.get(content_id)?.docs ?? [];
    return [docs[n - 1], docs[n + 1]].flatMap((doc) =>
      doc === undefined ? [] : this.#hit(doc, 0) ?? []
    );
  }

  /** All passages if there are at most `most`, otherwise none. */
  all(most: number): Hit[] {
    if (this.size > most) return [];
    return this.#postings.all().flatMap((doc) => this.#hit(doc, 0) ?? []);
  }

  #hit(number: number, score: number): Hit | null {
    const { content_id, n } = this.#postings.placeOf(number);
    const item = this.#items.get(content_id);
    if (!item) return null;
    const { title, source_url, language, kind = "text", pages } = item;
    const passage = item.passages[n];
    const { reader } = this.tables;
    return {
      content_id,
      title,
      kind,
      source_url,
      pages,
      passage,
      n,
      of: item.passages.length,
      language,
      score,
      read: reader.read(passage, language),
      read_title: reader.read(title, language),
    };
  }

  /** The language in which an item would be indexed. */
  languageOf({ title, passages }: PassageSource): Language {
    const { lexica } = this.tables;
    const text = passages.join("\n").slice(0, 2_000);
    return lexica.detect(`${title}\n${text}`) ?? this.languages[0] ?? "en";
  }

  #addDocs(item: Item): void {
    const title = this.#termsOf(item.title, item.language);
    item.docs = item.passages.map((passage, n) => {
      const body = this.#termsOf(passage, item.language);
      const { content_id } = item;
      return this.#postings.add({ content_id, n }, body, title);
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

  #newPostings(): Postings {
    return new Postings((term) => this.#rows.get(term) ?? -1);
  }

  /** Rebuilds the index without removed passages. */
  #compact(): void {
    this.#postings = this.#newPostings();
    for (const item of this.#items.values()) this.#addDocs(item);
  }
}
