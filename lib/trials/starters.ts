import { byWordsAlone, firstQuestions } from "../chat/first_questions.ts";
import { findAnswer } from "../chat/reply.ts";
import { IndexFinder } from "../content/finder.ts";
import { currentIndex, type WithIndexes } from "../content/indexes.ts";
import { readerFor } from "../content/reader.ts";
import type { Context } from "../context.ts";
import type { Twin } from "../schemas/twin.ts";

const MOST = 3;
/** How many of a site's own questions are tried: each searches the whole index. */
const MOST_TRIED = 8;
const MOST_COMMON = 6;
/** Longer questions do not fit a chip. */
const LONGEST = 80;

type Site = {
  /** Questions that the site itself answers. */
  questions: string[];
  language: string;
};

/** Starter questions for a visitor: the first among the site's own and the common ones that it answers. */
export async function findStarters(
  app: Context & WithIndexes,
  twin: Twin,
  { questions, language }: Site,
): Promise<string[]> {
  const reader = readerFor(app.kv, twin.id, { channel: "link" });
  const { index } = await currentIndex(app, twin.id, reader);
  const finder = new IndexFinder(index);
  const own = questions.filter(({ length }) => length <= LONGEST)
    .slice(0, MOST_TRIED);
  const common = firstQuestions(language);
  const asked = [...own, ...common.slice(0, MOST_COMMON)];
  const found = new Set<string>();
  const told = new Set<string>();
  for (const message of new Set(asked)) {
    const question = { message, history: [], twin, language };
    const reply = await findAnswer(finder, question, byWordsAlone);
    const is_new = !told.has(reply.answer);
    if (reply.confidence !== "sure" || reply.is_small_talk || !is_new) continue;
    found.add(message);
    told.add(reply.answer);
    if (found.size === MOST) break;
  }
  return [...found];
}
