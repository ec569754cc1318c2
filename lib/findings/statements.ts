import type { EngineTables } from "../engine/tables.ts";
import type { PassageSource } from "../engine/passage.ts";
import { cutSentences } from "../engine/text/sentences.ts";
import type { Language } from "../engine/text/languages.ts";
import { timesIn } from "./text_dates.ts";
import {
  figuresIn,
  mayContainFigures,
  type SentenceFigures,
} from "./sentence_figures.ts";
import { type TellingWords, tellingWords } from "./telling_words.ts";

/** A sentence with figures, and what they are about. */
export type Statement = {
  content_id: string;
  /** As written. */
  text: string;
  told: SentenceFigures;
  /** The telling words of the sentence; in an answer, those of its question too. */
  core: ReadonlySet<string>;
  /** Only the sentence's own. */
  said: ReadonlySet<string>;
  /** Those of the item's title and of the heading above it. */
  about: ReadonlySet<string>;
  /** All of these words, with the ideas each may stand for. */
  words: TellingWords;
  /** The months and years it names, without a day. */
  when: ReadonlySet<string>;
};

/** Phrases that only stand for a verb, though their words mean something by themselves. */
const HAPPENS = /\b(?:takes?|taking|took) place\b/g;
/** A last clause without figures: "1.95 m, so not in the harbour". */
const ASIDE =
  /[,;–] (?:so|and|but|which|because|while|und|aber|weil|sodass|damit|auch|y|pero|porque|et|mais|car|donc|qui)\s[^\p{Nd}]{1,200}$/iu;
/** The most figures of one kind in a meaningful sentence. */
const MOST_FIGURES = 4;
/** Longer sentences say too many things. */
const LONGEST = 300;

/** The sentences with figures in these passages of an item, in order. */
export function* statementsOf(
  { content_id, title, kind, passages }: PassageSource,
  language: Language,
  tables: EngineTables,
): Generator<Statement> {
  const wordsOf = (text: string) => tellingWords(text, language, tables);
  const in_title = wordsOf(title);
  const named = new Set(in_title.keys()).union(numberOf(title));
  for (const passage of passages) {
    if (!mayContainFigures(passage)) continue;
    let heading = wordsOf("");
    for (const { text, lead } of cutSentences(passage)) {
      if (lead !== null) heading = wordsOf(text);
      if (lead === "section" || text.length > LONGEST) continue;
      if (!mayContainFigures(text)) continue;
      const { told, rest } = figuresIn(text.replace(ASIDE, " "), language);
      if (told.size === 0) continue;
      // A row of links or sizes is not about one thing.
      if ([...told.values()].some(({ size }) => size > MOST_FIGURES)) continue;
      if (text.search(OF_AGE) >= 0) asAge(told);
      const words = wordsOf(rest.replace(HAPPENS, " ").replace(OF_AGE, " "));
      const said = new Set(words.keys());
      yield {
        content_id,
        text,
        told,
        core: kind === "pair" ? said.union(named) : said,
        said,
        about: named.union(new Set(heading.keys())),
        words: new Map([...in_title, ...heading, ...words]),
        when: timesIn(`${title} ${text}`, language),
      };
    }
  }
}

/** What distinguishes similar titles: "Room 2", "Honey, 500 g", "Glaze B". */
function numberOf(title: string): Set<string> {
  return new Set(
    title.match(/\p{Nd}+|(?<=\s)\p{Lu}$/gu)?.map((number) => `=${number}`),
  );
}

/** Words for somebody's age. */
const OF_AGE =
  /(?<!\p{L})(?:(?:minimum |of )?ages?(?: of)?|aged|years?[ -]olds?|(?:jahre )?alt|(?:mindest)?alters?|altersgrenze|edad(?: mínima)?|âges?(?: minimum)?|âgée?s?|età(?: minima)?|idade(?: mínima)?|(?:minimum)?leeftijd|jaar oud)(?!\p{L})/giu;

/** How many of each kind's unit make a year; a duration is in minutes. */
const YEAR = { number: 1, duration: 525_600 };

/** Turns a sentence's years, and its bare number if `kinds` has that too, into an age. Changes `told`. */
export function asAge(
  told: SentenceFigures,
  kinds: readonly (keyof typeof YEAR)[] = ["number", "duration"],
): void {
  for (const kind of kinds) {
    const values = [...told.get(kind) ?? []]
      .map((one) => Number(one) / YEAR[kind]);
    if (!values.some((years) => Number.isInteger(years) && years < 120)) {
      continue;
    }
    told.delete(kind);
    const ages = new Set(values.map(String));
    told.set("age", ages.union(told.get("age") ?? new Set()));
  }
}
