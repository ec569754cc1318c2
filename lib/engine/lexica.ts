import { entries } from "./entries.ts";
import { LanguageDetector } from "./language_detector.ts";
import { Lexicon, type LexiconFile } from "./lexicon.ts";
import { type Related, relateIdeas } from "./related_ideas.ts";
import { TalkPhrases, type Told } from "./talk.ts";
import { type Language, LANGUAGES } from "./text/languages.ts";
import { tokenize } from "./text/tokens.ts";
import type { WordVectors } from "./word_vectors.ts";

/** The lexica of all languages; each is read into memory when it is first needed. */
export class Lexica {
  readonly #files: ReadonlyMap<Language, LexiconFile>;
  readonly #read = new Map<Language, Lexicon>();
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #names: readonly string[];
  readonly #glossaries: ReadonlyMap<Language, string>;
  readonly #idea_rows: readonly number[];
  readonly #related: readonly Related[];
  readonly #detector: LanguageDetector;
  readonly #talk: TalkPhrases;

  /**
   * `families`: ideas that are near each other, in lists parted by ", ". `glossaries`: for each language lines
   * "word, word = english".
   */
  constructor(
    files: readonly LexiconFile[],
    { families, glossaries, vectors }: {
      families: readonly string[];
      glossaries: ReadonlyMap<Language, string>;
      vectors: WordVectors;
    },
  ) {
    this.#glossaries = glossaries;
    this.#files = new Map(files.map((file) => [file.language, file]));
    this.#names = [
      ...new Set(files.flatMap(({ ideas }) => Object.keys(ideas))),
    ];
    this.#numbers = new Map(this.#names.map((name, n) => [name, n]));
    this.#detector = new LanguageDetector(files);
    this.#talk = new TalkPhrases(
      files,
      (word, language) => this.#meansLittle(word, language),
    );
    this.#idea_rows = this.#englishWords().map((words) => vectors.add(words));
    this.#related = relateIdeas(
      this.#idea_rows,
      vectors,
      families,
      this.#numbers,
    );
  }

  /** The lexicon of a language; null where there is none. */
  of(language: Language): Lexicon | null {
    let lexicon = this.#read.get(language);
    const file = this.#files.get(language);
    if (!lexicon && file) {
      lexicon = new Lexicon(file, this.#idea_rows);
      for (const _ of this.#filling(lexicon));
      this.#read.set(language, lexicon);
    }
    return lexicon ?? null;
  }

  /** Reads the lexicon of a language, and serves others meanwhile: `of` would hold them up for 100 ms. */
  async prepare(
    language: Language,
    breathe: () => Promise<void>,
  ): Promise<void> {
    const file = this.#files.get(language);
    if (!file || this.#read.has(language)) return;
    const lexicon = new Lexicon(file, this.#idea_rows);
    for (const _ of this.#filling(lexicon)) await breathe();
    this.#read.set(language, lexicon);
  }

  #filling(lexicon: Lexicon): Generator<void> {
    const glossary = this.#glossaries.get(lexicon.language);
    return lexicon.fill(this.#numbers, glossary);
  }

  /** The name of an idea by its number; empty where there is none. */
  ideaName(number: number): string {
    return this.#names[number] ?? "";
  }

  /** The number of an idea by its name; null where there is none. */
  ideaNumber(name: string): number | null {
    return this.#numbers.get(name) ?? null;
  }

  /** Other ideas that may stand for one, and how surely. */
  related(idea: number): Related {
    return this.#related[idea] ?? [];
  }

  /** What a message says that asks for nothing in the content, or asks about the twin itself; null for any other. */
  talk(message: string, likely: Language, name?: string): Told | null {
    return this.#talk.find(message, likely, name);
  }

  /** The language of a text; null where it is uncertain. */
  detect(text: string): Language | null {
    return this.#detector.detect(text);
  }

  #meansLittle(form: string, language: Language): boolean {
    const [token] = tokenize(form, language);
    const lexicon = this.of(language);
    if (!token || !lexicon) return false;
    return lexicon.isStop(token) || lexicon.isLight(token);
  }

  /** For each idea its English words. */
  #englishWords(): string[][] {
    const english: string[][] = [];
    const ideas = this.#files.get("en")?.ideas ?? {};
    for (const [idea, number] of this.#numbers) {
      english[number] = entries(ideas[idea] ?? "")
        .map((entry) => entry.replace(/\?$/, ""));
    }
    return english;
  }
}

/** Reads the lexica, the families and the glossaries from `lexicon/` and `glossary/` in a folder. */
export function readLexica(folder: URL, vectors: WordVectors): Lexica {
  const text = (path: string) => Deno.readTextFileSync(new URL(path, folder));
  const read = (name: string) => JSON.parse(text(`lexicon/${name}.json`));
  const glossaries = LANGUAGES.filter((language) => language !== "en")
    .map((language) => [language, text(`glossary/${language}.txt`)] as const);
  return new Lexica(
    LANGUAGES.map((language) => read(language)),
    { families: read("families"), glossaries: new Map(glossaries), vectors },
  );
}
