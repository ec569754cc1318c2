import MiniSearch from "minisearch";
import { type AskedWord, type Question, readQuestion } from "./question.ts";
import { AskedQuestions, asTitle, readAsked } from "./paraphrases.ts";
import { PassageReader, type ReadPassage } from "./passage_reader.ts";
import { terms, words } from "./text/words.ts";

/** A content item as the index takes it. */
export interface PassageSource {
  content_id: string;
  title: string;
  /** Of a pair the title is a question and the passages are its answer. */
  kind?: "text" | "pair";
  source_url: string | null;
  passages: string[];
}

/** A passage found; `n` is its place in its item, `score` is 0 to 1. */
export interface Hit {
  content_id: string;
  title: string;
  source_url: string | null;
  passage: string;
  n: number;
  score: number;
  read: ReadPassage;
  read_title: ReadPassage;
}

interface Entry {
  id: string;
  title: string;
  text: string;
}

/** How far a question must be a pair's, to be answered with it and with nothing else. */
const SAME_QUESTION = 0.8;
/** Candidates that the first, cheap ranking hands to the second. */
const CANDIDATES = 12;
/** How far a word counts that may stand for the one asked for. */
const ALIKE = 0.6;
/** The share of passages past which a word tells nothing. */
const COMMON = 0.2;
/** Below this many passages, rarity says little: pretend there are more. */
const LEAST_PASSAGES = 60;

/** The passages of one twin, searchable; items are replaced one by one. */
export class PassageIndex {
  readonly #items = new Map<string, PassageSource>();
  readonly #pairs = new AskedQuestions<string>(
    // Ids are in order of time: the newest of several pairs answers.
    (a, b) => a < b ? -1 : 1,
  );
  readonly #spread = new Map<string, number>();
  readonly #index = new MiniSearch<Entry>({
    fields: ["title", "text"],
    tokenize: terms,
    processTerm: (term) => term,
  });

  constructor(private reader = new PassageReader()) {}

  /** How many passages there are. */
  get size(): number {
    return this.#index.documentCount;
  }

  /** Adds an item, or replaces the one with the same id. */
  set(source: PassageSource): void {
    this.remove(source.content_id);
    const item = { ...source, passages: [...source.passages] };
    this.#items.set(item.content_id, item);
    if (item.kind === "pair") {
      this.#pairs.add(readAsked(item.title), item.content_id);
    }
    for (const entry of entries(item)) {
      this.#index.add(entry);
      this.#count(entry, 1);
    }
  }

  /** Takes an item out; does nothing when there is none. */
  remove(content_id: string): void {
    const item = this.#items.get(content_id);
    if (!item) return;
    this.#items.delete(content_id);
    this.#pairs.delete(content_id);
    for (const entry of entries(item)) {
      this.#index.remove(entry);
      this.#count(entry, -1);
    }
  }

  has(content_id: string): boolean {
    return this.#items.has(content_id);
  }

  ids(): Iterable<string> {
    return this.#items.keys();
  }

  /** The pair whose question this is, maybe in other words; null when there is none. */
  pair(question: string): PassageSource | null {
    if (this.#pairs.size === 0) return null;
    const id = this.#pairs.find(readAsked(asTitle(question)), SAME_QUESTION);
    return id === null ? null : this.#items.get(id) ?? null;
  }

  /** Reads a question with the rarity that its words have here. */
  read(question: string, context: readonly string[] = []): Question {
    return readQuestion(
      question,
      context,
      (stem, alike) => this.#rarity(stem, alike),
    );
  }

  /** The passages that fit best, best first (`limit`: 8 unless told). */
  search(
    question: string,
    options: { limit?: number; context?: string[] } = {},
  ): Hit[] {
    return this.find(this.read(question, options.context), options.limit);
  }

  /** As `search`, for a question already read. */
  find(question: Question, limit = 8): Hit[] {
    const { evidence } = question;
    const found = this.#candidates(question.asked);
    const top = found[0]?.score ?? 1;
    const hits: Hit[] = [];
    for (const { id, score } of found) {
      const hit = this.#hit(id);
      if (!hit) continue;
      const text = evidence.matches(hit.read.words);
      const title = evidence.matches(hit.read_title.words);
      const both = text.map((match, i) => Math.max(match, 0.9 * title[i]));
      hits.push({
        ...hit,
        score: 0.7 * evidence.coverage(both) + 0.3 * score / top,
      });
    }
    return hits.sort((a, b) => b.score - a.score).slice(0, limit);
  }

  /** Every passage, where there are at most so many; otherwise none. */
  all(most: number): Hit[] {
    if (this.size > most) return [];
    return [...this.#items.values()].flatMap(({ content_id, passages }) =>
      passages.flatMap((_, n) => {
        const hit = this.#hit(`${content_id}/${n}`);
        return hit ? [{ ...hit, score: 0 }] : [];
      })
    );
  }

  #candidates(asked: readonly AskedWord[]): { id: string; score: number }[] {
    const byStem = new Map(asked.map((word) => [word.stem, word]));
    const shares = new Map(asked.map(({ stem, share }) => [stem, share]));
    for (const { alike, share } of asked) {
      for (const stem of alike) {
        if (this.#spread.has(stem) && !shares.has(stem)) {
          shares.set(stem, ALIKE * share);
        }
      }
    }
    // A single character finds too much; alone it stands for pairs it begins.
    const single = /^\p{sc=Han}$/u;
    const stems = [...shares.keys()];
    const longer = stems.filter((stem) => !single.test(stem));
    const query = this.#telling(longer.length ? longer : stems).join("\n");
    const wordlike = (term: string) =>
      /^[^\p{N}\p{sc=Han}\p{sc=Hangul}]{4}/u.test(term);
    return this.#index.search(query, {
      tokenize: (text) => text.split("\n"),
      boost: { title: 1.3 },
      boostTerm: (term) => shares.get(term) ?? 1,
      prefix: (term) => byStem.has(term) && wordlike(term) || single.test(term),
      fuzzy: (term) =>
        wordlike(term) && byStem.get(term)?.unknown === true ? 0.2 : false,
      maxFuzzy: 1,
      weights: { prefix: 0.5, fuzzy: 0.4 },
    }).slice(0, CANDIDATES).map(({ id, score }) => ({ id: String(id), score }));
  }

  /** Without the words that most passages hold, where others are left: they find everything and tell nothing. */
  #telling(stems: string[]): string[] {
    const most = Math.max(LEAST_PASSAGES, this.size * COMMON);
    const telling = stems.filter((stem) =>
      (this.#spread.get(stem) ?? 0) <= most
    );
    const isKnown = (stem: string) => this.#spread.has(stem);
    return telling.some(isKnown) ? telling : stems;
  }

  #hit(id: string): Omit<Hit, "score"> | null {
    const cut = id.lastIndexOf("/");
    const item = this.#items.get(id.slice(0, cut));
    const n = Number(id.slice(cut + 1));
    if (!item) return null;
    const { content_id, title, source_url } = item;
    const passage = item.passages[n];
    return {
      ...{ content_id, title, source_url, passage, n },
      read: this.reader.read(passage),
      read_title: this.reader.read(title),
    };
  }

  /** BM25's inverse document frequency. */
  #rarity(
    stem: string,
    alike: ReadonlySet<string> = new Set(),
  ): { idf: number; unknown: boolean } {
    let count = this.#spread.get(stem) ?? 0;
    for (const other of alike) count += this.#spread.get(other) ?? 0;
    const passages = Math.max(this.size, LEAST_PASSAGES, count);
    return {
      idf: Math.log(1 + (passages - count + 0.5) / (count + 0.5)),
      unknown: count === 0,
    };
  }

  #count(entry: Entry, by: 1 | -1): void {
    const said = words(`${entry.title}\n${entry.text}`);
    for (const term of new Set(said.map(({ stem }) => stem))) {
      const count = (this.#spread.get(term) ?? 0) + by;
      if (count > 0) this.#spread.set(term, count);
      else this.#spread.delete(term);
    }
  }
}

function* entries(item: PassageSource): Generator<Entry> {
  for (const [n, text] of item.passages.entries()) {
    yield { id: `${item.content_id}/${n}`, title: item.title, text };
  }
}
