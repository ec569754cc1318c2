import { entries } from "./entries.ts";
import { LanguageDetector } from "./language_detector.ts";
import { Lexicon } from "./lexicon.ts";
import type { LexiconFile } from "./lexicon_file.ts";
import { type Related, relateIdeas } from "./related_ideas.ts";
import { type TalkMatch, TalkPhrases } from "./talk.ts";
import { type Language, LANGUAGES } from "./text/languages.ts";
import { tokenize } from "./text/tokens.ts";
import type { WordVectors } from "./word_vectors.ts";

/** Reads the lexica's files, again whenever one is needed: the texts are large, and few languages are asked in. */
type Files = {
  lexicon(language: Language): LexiconFile;
  /** Lines "word, word = english"; none for English. */
  glossary(language: Language): string;
  /** Lists of related ideas, separated by ", ". */
  families(): string[];
};

/** The lexica of all languages; each is loaded when it is first needed. */
export class Lexica {
  readonly #files: Files;
  readonly #read = new Map<Language, Lexicon>();
  readonly #numbers = new Map<string, number>();
  readonly #names: readonly string[];
  readonly #idea_rows: readonly number[];
  readonly #related: readonly Related[];
  readonly #detector = new LanguageDetector();
  readonly #talk = new TalkPhrases((word, language) =>
    this.#meansLittle(word, language)
  );

  constructor(files: Files, private vectors: WordVectors) {
    this.#files = files;
    for (const language of LANGUAGES) {
      const file = files.lexicon(language);
      this.#detector.learn(file);
      this.#talk.learn(file);
      for (const idea of Object.keys(file.ideas)) {
        if (this.#numbers.has(idea)) continue;
        this.#numbers.set(idea, this.#numbers.size);
      }
    }
    this.#names = [...this.#numbers.keys()];
    this.#idea_rows = this.#englishWords().map((words) => vectors.add(words));
    this.#related = relateIdeas(
      this.#idea_rows,
      vectors,
      files.families(),
      this.#numbers,
    );
  }

  /** The lexicon of a language. */
  of(language: Language): Lexicon {
    const known = this.#read.get(language);
    if (known) return known;
    const { lexicon, filling } = this.#begin(language);
    for (const _ of filling);
    this.#read.set(language, lexicon);
    return lexicon;
  }

  /** Loads the lexicon of a language while serving others: `of` would block for 100 ms. */
  async prepare(
    language: Language,
    breathe: () => Promise<void>,
  ): Promise<void> {
    if (this.#read.has(language)) return;
    const { lexicon, filling } = this.#begin(language);
    for (const _ of filling) await breathe();
    this.#read.set(language, lexicon);
  }

  #begin(language: Language): { lexicon: Lexicon; filling: Generator<void> } {
    const file = this.#files.lexicon(language);
    const lexicon = new Lexicon(file, this.#idea_rows, this.vectors);
    const glossary = this.#files.glossary(language);
    return { lexicon, filling: lexicon.fill(file, this.#numbers, glossary) };
  }

  /** The name of an idea by its number; empty if none. */
  ideaName(number: number): string {
    return this.#names[number] ?? "";
  }

  /** The number of an idea by its name; null if none. */
  ideaNumber(name: string): number | null {
    return this.#numbers.get(name) ?? null;
  }

  /** Other ideas that may replace one, and how surely. */
  related(idea: number): Related {
    return this.#related[idea] ?? [];
  }

  /** Recognises a message that asks for nothing in the content, or asks about the twin itself; null for any other. */
  talk(message: string, likely: Language, name?: string): TalkMatch | null {
    return this.#talk.find(message, likely, name);
  }

  /** The language of a text; null if uncertain. */
  detect(text: string): Language | null {
    return this.#detector.detect(text);
  }

  #meansLittle(form: string, language: Language): boolean {
    const [token] = tokenize(form, language);
    const lexicon = this.of(language);
    if (!token) return false;
    return lexicon.isStop(token) || lexicon.isLight(token);
  }

  /** The English words of each idea. */
  #englishWords(): string[][] {
    const english: string[][] = [];
    const { ideas } = this.#files.lexicon("en");
    for (const [idea, number] of this.#numbers) {
      english[number] = entries(ideas[idea] ?? "")
        .filter((entry) => !entry.endsWith("?")).slice(0, 12);
    }
    return english;
  }
}

/** Reads the lexica, the families and the glossaries from `lexicon/` and `glossary/` in a folder. */
export function readLexica(folder: URL, vectors: WordVectors): Lexica {
  const text = (path: string) => Deno.readTextFileSync(new URL(path, folder));
  const read = (name: string) => JSON.parse(text(`lexicon/${name}.json`));
  return new Lexica({
    lexicon: read,
    glossary: (language) =>
      language === "en" ? "" : text(`glossary/${language}.txt`),
    families: () => read("families"),
  }, vectors);
}
