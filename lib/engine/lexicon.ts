import { bare, fold } from "./text/fold.ts";
import { type Language, LANGUAGES, UNSPACED } from "./text/languages.ts";
import { type Token, tokenize } from "./text/tokens.ts";
import type { WordVectors } from "./word_vectors.ts";

/** What kind of thing a question asks for. */
export const KINDS = [
  "where",
  "when",
  "how_long",
  "how_much",
  "how_many",
  "how_old",
  "how_far",
  "who",
  "how",
  "why",
] as const;
export type Kind = typeof KINDS[number];

/** Messages that ask for nothing in the content. */
export type Talk =
  | "hello"
  | "how_are_you"
  | "thanks"
  | "bye"
  | "who_are_you"
  | "what_do_you_do"
  | "are_you_a_bot"
  | "can_you_help"
  | "where_are_you_from";

/** What the twin says of itself and of its answers. */
export type Say =
  | "hello"
  | "how_are_you"
  | "thanks"
  | "bye"
  | "none"
  | "near"
  | "see_also"
  | "and_more"
  | "i_am"
  | "i_am_ai"
  | "help"
  | "model_down"
  | "about";

/** A language's file in `lexicon/`: every value is a list, its entries parted by ", ". */
export type LexiconFile = {
  language: Language;
  /** Words that say nothing of a subject. */
  stop: string;
  /** Words so general that they say little. */
  light: string;
  asks: Record<Kind, string>;
  talk: Record<Talk, string>;
  say: Record<Say, string>;
  /** The words for an idea; `?` behind one that only askers use. */
  ideas: Record<string, string>;
};

/** Words, `first` to `last`, that express ideas. */
export type Span = { first: number; last: number; ideas: readonly number[] };

/** Words of an entry; longer ones are not looked for. */
const MOST_WORDS = 5;
/** Characters of an entry in a language without blanks. */
const MOST_CHARACTERS = 10;

/** Languages that write several words as one. */
export const COMPOUNDING: ReadonlySet<Language> = new Set(
  ["de", "nl", "ko"] as const,
);
/** German and Dutch verbs with a prefix are no compounds: "verbringen" has nothing of a ring. */
const PREFIXED =
  /^(?:ver|be|ge|er|ent|zer|auf|an|ab|aus|ein|vor|zu|mit|bei|nach|um|unter|uber|her|hin|ont|her|op|af|uit|aan|in|door|over)/;
/** Words not listed whose ideas are remembered. */
const MAX_GUESSED = 20_000;

/** The words of one language, by what they mean. */
export class Lexicon {
  readonly language: Language;
  readonly say: Readonly<Record<Say, string>>;
  readonly #stop: ReadonlySet<string>;
  readonly #light: ReadonlySet<string>;
  readonly #ideas = new Map<string, number[]>();
  readonly #asked = new Map<string, number[]>();
  readonly #kinds = new Map<string, Kind[]>();
  readonly #english = new Map<string, string>();
  readonly #guessed = new Map<string, number[]>();

  /** `numbers` gives each idea's number, the same in all languages. */
  constructor(
    file: LexiconFile,
    numbers: ReadonlyMap<string, number>,
    glossary = "",
    private idea_rows: readonly number[] = [],
  ) {
    this.language = file.language;
    this.say = file.say;
    this.#stop = new Set(entries(file.stop).map(fold));
    this.#light = new Set(
      entries(file.light).map((entry) => this.#key(entry)),
    );
    for (const [idea, words] of Object.entries(file.ideas)) {
      const number = numbers.get(idea);
      if (number === undefined) continue;
      for (const entry of entries(words)) {
        const only_asked = entry.endsWith("?");
        const key = this.#key(entry.replace(/\?$/, ""));
        if (key && !only_asked) push(this.#ideas, key, number);
        if (key) push(this.#asked, key, number);
      }
    }
    for (const line of glossary.split("\n")) {
      const [words, english] = line.split(" = ");
      if (!english) continue;
      for (const word of entries(words)) {
        this.#english.set(this.#key(word), english.trim());
      }
    }
    for (const kind of KINDS) {
      for (const entry of entries(file.asks[kind] ?? "")) {
        push(this.#kinds, this.#key(entry, true), kind);
      }
    }
  }

  /** The vector of a word by its English in the glossary, or else of its idea; -1 where it has neither. */
  englishRow({ stem }: Token, vectors: WordVectors): number {
    const english = this.#english.get(stem);
    const row = english === undefined ? -1 : vectors.row(english);
    if (row >= 0) return row;
    const [idea = -1] = this.#ideas.get(stem) ?? [];
    return this.idea_rows[idea] ?? -1;
  }

  isStop({ form }: Token): boolean {
    return this.#stop.has(form);
  }

  isLight({ stem }: Token): boolean {
    return this.#light.has(stem);
  }

  /** What the words express; `asking`: also by words that only askers use. */
  spans(
    text: string,
    tokens: readonly Token[],
    { asking = false } = {},
  ): Span[] {
    const among = asking ? this.#asked : this.#ideas;
    const found = UNSPACED.has(this.language)
      ? findCharacters(text, tokens, among)
      : findWords(
        tokens,
        among,
        (token) => token.stem,
        (token) => this.#like(token, among),
      );
    return found.map(({ first, last, found }) => ({
      first,
      last,
      ideas: found,
    }));
  }

  /** The ideas of a word that is not listed, by another form of it or, in a language of compounds, by its parts. */
  #like(
    token: Token,
    among: ReadonlyMap<string, number[]>,
  ): number[] | undefined {
    const { stem } = token;
    if (stem.length < 5 || this.isStop(token) || this.isLight(token)) {
      return undefined;
    }
    const known = this.#guessed.get(stem);
    if (known) return known.length > 0 ? known : undefined;
    const ideas = new Set<number>();
    for (let cut = 1; cut <= 3 && stem.length - cut >= 4; cut++) {
      among.get(stem.slice(0, -cut))?.forEach((idea) => ideas.add(idea));
      if (ideas.size > 0) break;
    }
    if (COMPOUNDING.has(this.language) && !PREFIXED.test(stem)) {
      for (let cut = 3; stem.length - cut >= 3 && ideas.size < 6; cut++) {
        const end = stem.slice(cut);
        if (end.length >= 4) among.get(end)?.forEach((idea) => ideas.add(idea));
        if (cut < 4) continue;
        const begin = stem.slice(0, cut);
        among.get(begin)?.forEach((idea) => ideas.add(idea));
      }
    }
    if (this.#guessed.size > MAX_GUESSED) this.#guessed.clear();
    this.#guessed.set(stem, [...ideas]);
    return ideas.size > 0 ? [...ideas] : undefined;
  }

  /** What kind of thing is asked for; most likely the first. */
  kinds(text: string, tokens: readonly Token[]): Kind[] {
    const found = this.#find(text, tokens, this.#kinds, (token) => token.form);
    found.sort((a, b) => (b.last - b.first) - (a.last - a.first));
    return [...new Set(found.flatMap(({ found }) => found))];
  }

  /** How an entry is looked up: by its stems, or as it is written where words are not parted. */
  #key(entry: string, exact = false): string {
    if (UNSPACED.has(this.language)) return plain(entry);
    return tokenize(entry, this.language)
      .map(({ form, stem }) => exact ? form : stem).join(" ");
  }

  /** The entries in a text; at each word the longest. */
  #find<T>(
    text: string,
    tokens: readonly Token[],
    among: ReadonlyMap<string, T[]>,
    word = (token: Token) => token.stem,
  ): { first: number; last: number; found: T[] }[] {
    return UNSPACED.has(this.language)
      ? findCharacters(text, tokens, among)
      : findWords(tokens, among, word);
  }
}

function findWords<T>(
  tokens: readonly Token[],
  among: ReadonlyMap<string, T[]>,
  word: (token: Token) => string,
  like?: (token: Token) => T[] | undefined,
) {
  const spans: { first: number; last: number; found: T[] }[] = [];
  tokens.forEach((token, first) => {
    let key = word(token);
    let best: { first: number; last: number; found: T[] } | null = null;
    for (let last = first;;) {
      const found = among.get(key) ??
        (last === first ? like?.(token) : undefined);
      if (found) best = { first, last, found };
      if (++last >= Math.min(tokens.length, first + MOST_WORDS)) break;
      key += " " + word(tokens[last]);
    }
    // A word of a longer entry may still mean something by itself.
    if (best) spans.push(best);
  });
  return spans;
}

function findCharacters<T>(
  text: string,
  tokens: readonly Token[],
  among: ReadonlyMap<string, T[]>,
) {
  const folded = text.toLowerCase().normalize("NFKC");
  const spans: { first: number; last: number; found: T[] }[] = [];
  /** At each place the token that ends behind it. */
  const places: number[] = [];
  for (let at = 0, n = 0; at < folded.length; at++) {
    while (n < tokens.length && tokens[n].end <= at) n++;
    places.push(n);
  }
  for (let start = 0; start < folded.length; start++) {
    const most = Math.min(MOST_CHARACTERS, folded.length - start);
    for (let length = most; length > 0; length--) {
      const found = among.get(folded.slice(start, start + length));
      if (!found) continue;
      const first = places[start];
      const end_at = places[start + length - 1];
      const last = tokens[end_at]?.start < start + length ? end_at : end_at - 1;
      if (first >= tokens.length || last < first) continue;
      // A single character is a word only where the dictionary says so.
      const { start: from, end } = tokens[first];
      if (length === 1 && (from !== start || end !== start + 1)) continue;
      spans.push({ first, last, found });
      break;
    }
  }
  return spans;
}

function plain(entry: string): string {
  return entry.toLowerCase().normalize("NFKC").trim();
}

function entries(list: string): string[] {
  return list.split(/,\s*/).map((entry) => entry.trim()).filter(Boolean);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (!values) map.set(key, [value]);
  else if (!values.includes(value)) values.push(value);
}

/** What a message is taken for that says several things. */
const WEIGHTIEST: readonly Talk[] = [
  "are_you_a_bot",
  "who_are_you",
  "what_do_you_do",
  "where_are_you_from",
  "can_you_help",
  "how_are_you",
  "bye",
  "thanks",
  "hello",
];
/** Words of a phrase that is looked for. */
const MOST_PHRASE = 9;

/** The cosine from which two ideas are related, and how many of an idea's are kept. */
const RELATED = 0.6;
const MOST_RELATED = 5;
/** How surely an idea stands for the one that its family is named after, and for others of it. */
const FAMILY = 0.35;
const COUSIN = 0.1;

/** How surely a language must be ahead of the next to be taken for that of a text. */
const AHEAD = 1.35;
const LATIN_WORDS_MOST = 60;

/** The lexica of all languages; each is read into memory when it is first needed. */
export class Lexica {
  readonly #files: ReadonlyMap<Language, LexiconFile>;
  readonly #read = new Map<Language, Lexicon>();
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #talk = new Map<string, Map<Language, Talk>>();
  readonly #glossaries: ReadonlyMap<Language, string>;
  readonly #idea_rows: readonly number[];
  readonly #related: readonly (readonly (readonly [number, number])[])[];
  /** In which languages of the Latin script a word is used, and how telling it is. */
  readonly #used = new Map<string, Language[]>();

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
    const ideas = files.flatMap(({ ideas }) => Object.keys(ideas));
    this.#numbers = new Map([...new Set(ideas)].map((idea, n) => [idea, n]));
    for (const file of files) {
      for (const [talk, list] of Object.entries(file.talk)) {
        for (const entry of entries(list)) {
          const known = this.#talk.get(bare(entry)) ?? new Map();
          if (!known.has(file.language)) {
            known.set(file.language, talk as Talk);
          }
          this.#talk.set(bare(entry), known);
        }
      }
      this.#use(file);
    }
    const means = this.#means(vectors);
    this.#idea_rows = means.map((mean) => mean ? vectors.add(mean) : -1);
    this.#related = this.#relate(means, families);
  }

  #use({ language, stop, light, asks, talk, ideas }: LexiconFile): void {
    if (!LATIN.has(language)) return;
    const lists = [stop, light, ...Object.values(asks), ...Object.values(talk)];
    const words = new Set(
      [...lists, ...Object.values(ideas)].join(" ").toLowerCase()
        .match(/[\p{L}\p{M}]+/gu)?.map(fold),
    );
    for (const word of words) push(this.#used, word, language);
  }

  /** The lexicon of a language; null where there is none. */
  of(language: Language): Lexicon | null {
    let lexicon = this.#read.get(language);
    const file = this.#files.get(language);
    if (!lexicon && file) {
      lexicon = new Lexicon(
        file,
        this.#numbers,
        this.#glossaries.get(language),
        this.#idea_rows,
      );
      this.#read.set(language, lexicon);
    }
    return lexicon ?? null;
  }

  /** For each idea the mean of its English words. */
  #means(vectors: WordVectors): (Float32Array | null)[] {
    const means: (Float32Array | null)[] = [];
    const ideas = this.#files.get("en")?.ideas ?? {};
    for (const [idea, number] of this.#numbers) {
      const words = entries(ideas[idea] ?? "").map((entry) =>
        entry.replace(/\?$/, "")
      );
      means[number] = vectors.mean(words);
    }
    return means;
  }

  /** How many ideas there are. */
  get size(): number {
    return this.#numbers.size;
  }

  ideaName(number: number): string {
    for (const [name, n] of this.#numbers) if (n === number) return name;
    return "";
  }

  ideaNumber(name: string): number | null {
    return this.#numbers.get(name) ?? null;
  }

  /** Other ideas that may stand for one, and how surely: of its family, or of like meaning by their English words. */
  related(idea: number): readonly (readonly [number, number])[] {
    return this.#related[idea] ?? [];
  }

  #relate(
    means: readonly (Float32Array | null)[],
    families: readonly string[],
  ): (readonly [number, number])[][] {
    const related = means.map((mean, i) =>
      new Map(
        means.flatMap((other, j) => {
          if (i === j || !mean || !other) return [];
          const likeness = mean.reduce((sum, x, d) => sum + x * other[d], 0);
          return likeness < RELATED
            ? []
            : [[j, 0.2 + 0.4 * (likeness - RELATED) / (1 - RELATED)] as const];
        }).sort((a, b) => b[1] - a[1]).slice(0, MOST_RELATED),
      )
    );
    for (const family of families) {
      const [first, ...others] = entries(family)
        .flatMap((idea) => this.#numbers.get(idea) ?? []);
      // The first is near all others; those are less near each other.
      for (const a of [first, ...others]) {
        for (const b of [first, ...others]) {
          if (a === b) continue;
          const near = a === first || b === first ? FAMILY : COUSIN;
          related[a]?.set(b, Math.max(related[a].get(b) ?? 0, near));
        }
      }
    }
    return related.map((ideas) => [...ideas]);
  }

  /**
   * What a message says that asks for nothing in the content, or asks about the twin itself; null for any other. It may
   * hold several such phrases, a greeting first say, and a few words that mean little.
   */
  talk(
    message: string,
    likely: Language,
  ): { talk: Talk; language: Language } | null {
    if (message.length > 80) return null;
    const words = bare(message).split(" ");
    const found = this.#phrases(words, likely) ??
      this.#phrases([words.join("")], likely);
    if (!found) return null;
    return found.sort((a, b) =>
      WEIGHTIEST.indexOf(a.talk) - WEIGHTIEST.indexOf(b.talk)
    )[0];
  }

  /** The phrases that a message consists of, but for a few words that mean little; null where there is more. */
  #phrases(words: readonly string[], likely: Language) {
    const found: { talk: Talk; language: Language }[] = [];
    let left_over = 0;
    for (let at = 0; at < words.length;) {
      let end = Math.min(words.length, at + MOST_PHRASE);
      while (end > at && !this.#talk.has(words.slice(at, end).join(" "))) end--;
      if (end === at) {
        const form = words[at++];
        if (!this.#meansLittle(form, likely) || ++left_over > 3) return null;
        continue;
      }
      const known = this.#talk.get(words.slice(at, end).join(" "));
      const own = known?.get(likely);
      if (own) found.push({ talk: own, language: likely });
      else {for (const [language, talk] of known ?? []) {
          found.push({ talk, language });
          break;
        }}
      at = end;
    }
    return found.length > 0 ? found : null;
  }

  #meansLittle(form: string, language: Language): boolean {
    const [token] = tokenize(form, language);
    const lexicon = this.of(language);
    if (!token || !lexicon) return false;
    return lexicon.isStop(token) || lexicon.isLight(token);
  }

  /** The language of a text, by its script and its words; null where neither tells it surely. */
  detect(text: string): Language | null {
    const by_script = scriptLanguage(text);
    if (by_script) return by_script;
    const scores = new Map<Language, number>();
    const words = text.toLowerCase().normalize("NFKC")
      .match(/[\p{sc=Latin}\p{M}]{2,}/gu)?.slice(0, LATIN_WORDS_MOST) ?? [];
    const known = new Map<Language, number>();
    for (const word of words) {
      const languages = this.#used.get(fold(word)) ?? [];
      for (const language of languages) {
        known.set(language, (known.get(language) ?? 0) + 1);
        const share = 1 / languages.length;
        scores.set(language, (scores.get(language) ?? 0) + share);
      }
    }
    for (const [language, marks] of MARKS) {
      const marked = text.match(marks)?.length ?? 0;
      if (marked > 0) {
        scores.set(
          language,
          (scores.get(language) ?? 0) + Math.min(2, 0.7 * marked),
        );
      }
    }
    const ranked = [...scores].sort(([, a], [, b]) => b - a);
    const [best, next] = ranked;
    // One word may be anybody's: "vitamin C".
    if (!best || best[1] < 0.5 || (known.get(best[0]) ?? 0) < 2) return null;
    return best[1] >= AHEAD * (next?.[1] ?? 0) ? best[0] : null;
  }
}

const LATIN: ReadonlySet<Language> = new Set(
  ["en", "es", "de", "ro", "tr", "vi", "fr", "pt", "it", "nl"] as const,
);

/** Letters that few other languages use. */
const MARKS: readonly (readonly [Language, RegExp])[] = [
  ["es", /[¿¡ñ]/giu],
  ["fr", /[çœêèàùîû]|\b[cdjlmnqst]['’]/giu],
  ["de", /[ßäöü]/giu],
  ["pt", /[ãõç]/giu],
  ["it", /[òìù]|\b(?:l|un|dell|all|c|dov|quant)['’]/giu],
  ["ro", /[șțşţăâ]/giu],
  ["tr", /[ğışİç]/gu],
  ["vi", /[ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữựỵỷỹ]/giu],
];

const SCRIPTS: readonly (readonly [RegExp, Language])[] = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/gu, "ja"],
  [/\p{sc=Hangul}/gu, "ko"],
  [/\p{sc=Han}/gu, "zh"],
  [/\p{sc=Thai}/gu, "th"],
  [/\p{sc=Devanagari}/gu, "hi"],
  [/\p{sc=Arabic}/gu, "ar"],
  [/\p{sc=Cyrillic}/gu, "ru"],
  [/\p{sc=Greek}/gu, "el"],
];

/** The language that its script tells; null for Latin script. A Japanese text is known by its kana, however few. */
function scriptLanguage(text: string): Language | null {
  const latin = text.match(/\p{sc=Latin}+/gu)?.length ?? 0;
  for (const [letters, language] of SCRIPTS) {
    const found = text.match(letters)?.length ?? 0;
    if (found > 0 && found >= latin) return language;
  }
  return null;
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
