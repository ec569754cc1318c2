// What visitors' questions and ratings reveal about the content.
import type { Actor } from "../actor.ts";
import { breathe } from "../breathe.ts";
import type { Context } from "../context.ts";
import { listRatedDown } from "../conversations/ratings.ts";
import { listUnanswered } from "../conversations/unanswered.ts";
import { currentIndex, type WithIndexes } from "../content/indexes.ts";
import { readerFor } from "../content/reader.ts";
import { answerFromIndex } from "../engine/answer.ts";
import type { PassageIndex } from "../engine/passage_index.ts";
import { tokenize } from "../engine/text/tokens.ts";
import { QUOTED_DAYS, type WithQuotes } from "../figures/quotes.ts";
import { unquotedOf } from "../content/unquoted.ts";
import type { ContentItem } from "../schemas/content.ts";
import type { Finding } from "../schemas/finding.ts";
import type { Twin } from "../schemas/twin.ts";
import { finding, short } from "./finding.ts";

type Items = ReadonlyMap<string, ContentItem>;

/** How many of the newest questions and answers are examined. */
const MOST_QUESTIONS = 50;
const MOST_RATED = 50;

/** Public items that no answer used in 60 days, while others were used. */
export async function neverQuoted(
  app: Context & WithQuotes,
  twin_id: string,
  items: Items,
): Promise<Finding[]> {
  const unquoted = await unquotedOf(app, twin_id, items.values());
  return unquoted.map(({ id, title }) =>
    finding({
      kind: "never_quoted",
      content_ids: [id],
      detail: `No answer came from “${title}” in ${QUOTED_DAYS} days.`,
    })
  );
}

/** Unanswered questions; if a private item has the answer, that is the finding. */
export async function unanswered(
  app: Context & WithIndexes,
  actor: Actor,
  twin_id: string,
  items: Items,
): Promise<Finding[]> {
  const rows = await listUnanswered(app, actor, twin_id, {
    limit: MOST_QUESTIONS,
  });
  if (rows.items.length === 0) return [];
  const reader = readerFor(app.kv, twin_id, { owner: true });
  const { index } = await currentIndex(app, twin_id, reader);
  const found: Finding[] = [];
  for (const { id, conversation_id, question, count } of rows.items) {
    await index.prepare(question, {}, breathe);
    await breathe();
    const { quoted: [best] = [], confidence } = answerFromIndex(
      index,
      question,
    );
    const item = items.get(best ?? "");
    const of_question = { message_id: id, conversation_id };
    const asked = count > 1 ? `Asked ${count} times` : "Asked";
    // What is private is offered to the public only for a word that it shares with the question.
    const holds = confidence !== "none" && item &&
      namesWordOf(index, question, item.id);
    if (holds && item.visibility === "private") {
      found.push(finding({
        kind: "private_answer",
        content_ids: [item.id],
        detail: `${asked} without an answer: “${
          short(question)
        }” The private item “${item.title}” may hold the answer.`,
        ...of_question,
      }, ""));
    } else {
      found.push(finding({
        kind: "unanswered",
        content_ids: [],
        detail: `${asked} without an answer: “${short(question)}”`,
        ...of_question,
      }, ""));
    }
  }
  return found;
}

/** Whether an item shares a telling word with a question. */
function namesWordOf(
  index: PassageIndex,
  question: string,
  content_id: string,
): boolean {
  const source = index.item(content_id);
  if (!source) return false;
  const language = index.languageOf(source);
  const lexicon = index.tables.lexica.of(language);
  const wordsOf = (text: string) =>
    new Set(
      tokenize(text, language)
        .filter((token) => !lexicon.isStop(token) && !lexicon.isLight(token))
        .map(({ stem }) => stem),
    );
  const asked = wordsOf(question);
  return [source.title, ...source.passages]
    .some((text) => !asked.isDisjointFrom(wordsOf(text)));
}

/** Answers that visitors rated down, with the items they came from. */
export async function ratedDown(
  app: Context,
  twin: Twin,
  items: Items,
): Promise<Finding[]> {
  const rated = await listRatedDown(app, twin, MOST_RATED);
  return rated.map(({ conversation_id, exchange }) => {
    const { id, question, quoted = [], rating } = exchange;
    const comment = rating?.comment
      ? ` They wrote: “${short(rating.comment)}”`
      : "";
    return finding({
      kind: "rated_down",
      content_ids: quoted.filter((id) => items.has(id)),
      detail: `A visitor rated down the answer to “${
        short(question)
      }”.${comment}`,
      message_id: id,
      conversation_id,
    }, "");
  });
}
