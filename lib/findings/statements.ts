import type { EngineTables } from "../engine/tables.ts";
import type { PassageSource } from "../engine/passage.ts";
import { cutSentences } from "../engine/text/sentences.ts";
import { tokenize } from "../engine/text/tokens.ts";
import type { Language } from "../engine/text/languages.ts";
import { timesIn } from "./dates_told.ts";
import { figuresIn, type FiguresTold, mayTellFigures } from "./figures_told.ts";

/** A sentence with figures, and what they are about. */
export type Statement = {
  content_id: string;
  /** As written. */
  text: string;
  told: FiguresTold;
  /** The telling words of the sentence; in an answer, those of its question too. */
  core: ReadonlySet<string>;
  /** Only the sentence's own. */
  said: ReadonlySet<string>;
  /** Those of the item's title and of the heading above it. */
  about: ReadonlySet<string>;
  /** The months and years it names, without a day. */
  when: ReadonlySet<string>;
};

/** Ideas that the kind of a figure already implies. */
const OF_FIGURES = new Set([
  "price",
  "duration",
  "date",
  "minimum_age",
  "maximum_number",
  "offer_quote",
  "how_many",
  "number",
  "phone",
  "contact",
]);
/** Ideas in which every word names something else: Italy, not Germany. */
const OF_KINDS = new Set([
  ...["weekday", "month", "season", "spring", "summer", "autumn", "winter"],
  ...["city", "country", "region", "language", "languages_spoken"],
  ...["nationality", "man_woman", "colour", "size", "shape", "bicycle"],
  ...["wine", "beer", "tea", "coffee", "drink", "meat", "fish", "bake"],
  ...["wood", "metal", "glass", "leather", "fabric", "clay_ceramic"],
  ...["stone", "gold_silver", "plant", "flower", "tree", "animal", "bird"],
  ...["instrument", "equipment", "tool", "machine", "wear_clothes"],
  ...["team_sport", "dance", "religion", "illness", "disease", "species"],
]);
/** Phrases that only stand for a verb, though their words mean something by themselves. */
const HAPPENS = /\b(?:takes?|taking|took) place\b/g;
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
  const named = termsOf(title, language, tables).union(numberOf(title));
  for (const passage of passages) {
    if (!mayTellFigures(passage)) continue;
    let heading: ReadonlySet<string> = new Set();
    for (const { text, lead } of cutSentences(passage)) {
      if (lead !== null) heading = termsOf(text, language, tables);
      if (lead === "section" || text.length > LONGEST) continue;
      if (!mayTellFigures(text)) continue;
      const { told, rest } = figuresIn(text, language);
      if (told.size === 0) continue;
      // A row of links or sizes is not about one thing.
      if ([...told.values()].some(({ size }) => size > MOST_FIGURES)) continue;
      asAge(told, termsOf(text, language, tables));
      const said = termsOf(
        rest.replace(HAPPENS, " "),
        language,
        tables,
      );
      yield {
        content_id,
        text,
        told,
        core: kind === "pair" ? said.union(named) : said,
        said,
        about: named.union(heading),
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

/** If a sentence is about somebody's age, its years and its bare number are that. */
function asAge(told: FiguresTold, terms: ReadonlySet<string>): void {
  if (!terms.has("#age_of_thing") && !terms.has("#minimum_age")) return;
  for (const [kind, times] of [["number", 1], ["duration", YEAR]] as const) {
    const values = [...told.get(kind) ?? []].map((one) => Number(one) / times);
    if (!values.some((years) => Number.isInteger(years) && years < 120)) {
      continue;
    }
    told.delete(kind);
    told.set("age", new Set(values.map(String)));
  }
}

/** A year in minutes, the unit of durations here. */
const YEAR = 525_600;

/** The telling words of a text: ideas if it has them, so that "delivery" matches "shipping", otherwise stems. */
export function termsOf(
  text: string,
  language: Language,
  { lexica }: EngineTables,
): Set<string> {
  const tokens = tokenize(text, language);
  const lexicon = lexica.of(language);
  const ideas = new Map<number, string>();
  for (const span of lexicon.spans(text, tokens)) {
    const names = span.ideas.map((idea) => lexica.ideaName(idea));
    // "Closes" is about opening hours like "opens", but gives another hour.
    if (names.includes("closed_day") || OF_KINDS.has(names[0])) continue;
    for (let n = span.first; n <= span.last; n++) {
      ideas.set(n, `#${names[0]}`);
    }
  }
  const terms = tokens.flatMap((token, n) => {
    if (lexicon.isStop(token) || lexicon.isLight(token)) return [];
    if (/^[\p{Nd}€]/u.test(token.form) || token.form.length < 2) return [];
    return ideas.get(n) ?? token.stem;
  });
  return new Set(terms.filter((term) => !OF_FIGURES.has(term.slice(1))));
}
