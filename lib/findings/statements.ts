import type { EngineTables } from "../engine/tables.ts";
import type { PassageSource } from "../engine/passage.ts";
import { cutSentences } from "../engine/text/sentences.ts";
import { tokenize } from "../engine/text/tokens.ts";
import type { Language } from "../engine/text/languages.ts";
import { figuresIn, type FiguresTold, mayTellFigures } from "./figures_told.ts";

/** A sentence with figures, by what they are about. */
export type Statement = {
  content_id: string;
  /** As it is written. */
  text: string;
  told: FiguresTold;
  /** The telling words of the sentence; of an answer, of its question too. */
  core: ReadonlySet<string>;
  /** Those of the item's title and of the heading above it. */
  about: ReadonlySet<string>;
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
/** Longer sentences say too many things. */
const LONGEST = 300;

/** The sentences of some passages of an item that tell figures, in order. */
export function* statementsOf(
  { content_id, title, kind, passages }: PassageSource,
  language: Language,
  tables: EngineTables,
): Generator<Statement> {
  const named = termsOf(title, language, tables);
  for (const passage of passages) {
    if (!mayTellFigures(passage)) continue;
    let heading: ReadonlySet<string> = new Set();
    for (const { text, lead } of cutSentences(passage)) {
      if (lead !== null) heading = termsOf(text, language, tables);
      if (lead === "section" || text.length > LONGEST) continue;
      if (!mayTellFigures(text)) continue;
      const { told, rest } = figuresIn(text, language);
      if (told.size === 0) continue;
      const said = termsOf(rest, language, tables);
      yield {
        content_id,
        text,
        told,
        core: kind === "pair" ? said.union(named) : said,
        about: named.union(heading),
      };
    }
  }
}

/** The telling words of a text: ideas where it has them, so that "delivery" is "shipping", or else stems. */
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
    // "Closes" is about opening hours as "opens" is, but gives another hour.
    // A day of the week is itself.
    if (names.includes("closed_day") || names[0] === "weekday") continue;
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
