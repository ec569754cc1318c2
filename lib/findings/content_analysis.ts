// Analyses the content itself, regardless of what visitors asked.
import { breathe } from "../breathe.ts";
import type { PassageIndex } from "../engine/passage_index.ts";
import { cutSentences } from "../engine/text/sentences.ts";
import type { Language } from "../engine/text/languages.ts";
import { contradictions } from "./contradictions.ts";
import { datesIn } from "./text_dates.ts";
import { mayContainFigures } from "./sentence_figures.ts";
import { nearDuplicates, sketchOf } from "./near_duplicates.ts";
import { type Statement, statementsOf } from "./statements.ts";
import { normalForm } from "../normal_form.ts";

/** A date with its year in a text, and the sentence. */
export type DatedSentence = { content_id: string; at_ms: number; text: string };

/** A sentence of an item. */
type QuotedSentence = { content_id: string; text: string };

/** The contradictions, past days and duplicates in a twin's texts. */
export type ContentAnalysis = {
  contradictions: { a: QuotedSentence; b: QuotedSentence }[];
  duplicates: [a: string, b: string][];
  days: DatedSentence[];
};

/** How many statements and dates are analysed; in larger content the rest is skipped. */
const MOST_STATEMENTS = 20_000;
const MOST_DAYS = 2_000;

/**
 * Analyses the whole index. Takes some seconds for 10,000 passages, and yields to other work meanwhile. An item
 * changed while it runs may be missing; the next version covers it.
 */
export async function analyseContent(
  index: PassageIndex,
): Promise<ContentAnalysis> {
  const statements: Statement[] = [];
  const days: DatedSentence[] = [];
  const texts = new Map<string, string>();
  for (const id of [...index.ids()]) {
    const source = index.item(id);
    if (!source) continue;
    // A long item is held in parts.
    const content_id = id.split("~")[0];
    const { passages, title, kind } = source;
    const own = kind === "pair" ? [title, ...passages] : passages;
    texts.set(content_id, [texts.get(content_id), ...own].join("\n"));
    await breathe();
    if (!passages.some(mayContainFigures)) continue;
    const language = index.languageOf(source);
    for (const passage of passages) {
      const part = { ...source, content_id, passages: [passage] };
      if (statements.length < MOST_STATEMENTS) {
        statements.push(...statementsOf(part, language, index.tables));
      }
      if (days.length < MOST_DAYS) days.push(...daysOf(part, language));
      await breathe();
    }
  }
  const sketches = [];
  for (const [content_id, text] of texts) {
    const sketch = sketchOf(content_id, text);
    if (sketch) sketches.push(sketch);
    await breathe();
  }
  const contradicting = await contradictions(statements, breathe);
  const against = new Set(
    contradicting.map(({ a, b }) => pairId(a.content_id, b.content_id)),
  );
  const alike = await nearDuplicates(sketches, breathe);
  return {
    contradictions: contradicting.map(({ a, b }) => ({
      a: { content_id: a.content_id, text: a.text },
      b: { content_id: b.content_id, text: b.text },
    })),
    // Texts that differ only in a figure contradict each other; they are not also reported as duplicates.
    duplicates: alike.filter(([a, b]) => !against.has(pairId(a, b))),
    days,
  };
}

function pairId(a: string, b: string): string {
  return [a, b].sort().join(" ");
}

/** The dates given with their year, each as the end of that day in UTC. */
function daysOf(
  { content_id, passages: [passage] }: {
    content_id: string;
    passages: string[];
  },
  language: Language,
): DatedSentence[] {
  if (!/\p{Nd}{4}/u.test(passage)) return [];
  return cutSentences(passage).flatMap(({ text }) =>
    datesIn(normalForm(text, "NFKC").toLowerCase(), language)
      .flatMap(({ day, month, year }) => {
        if (year === null || year < 1970 || year > 2200) return [];
        const at_ms = Date.UTC(year, month - 1, day + 1);
        return [{ content_id, at_ms, text }];
      })
  );
}
