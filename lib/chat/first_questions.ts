import type { Actor } from "../actor.ts";
import { IndexFinder } from "../content/finder.ts";
import { currentIndex, type WithIndexes } from "../content/indexes.ts";
import { publicReader } from "../content/reader.ts";
import type { Context } from "../context.ts";
import { languageOfTag } from "../engine/text/languages.ts";
import { requireTwin } from "../twins/twins.ts";
import type { FirstQuestion } from "../schemas/citation.ts";
import QUESTIONS from "./first_questions.json" with { type: "json" };
import { findAnswer } from "./reply.ts";

/** What strangers ask almost any creator first, most asked first; in English if the tag's language is unknown. */
export function firstQuestions(tag: string): readonly string[] {
  return QUESTIONS[languageOfTag(tag) ?? "en"];
}

/**
 * Answers the first questions in the language of the public content, as for a visitor, by its words alone: no model
 * and no embeddings are asked. Nothing is recorded or charged.
 */
export async function answerFirstQuestions(
  app: Context & WithIndexes,
  actor: Actor,
  twin_id: string,
): Promise<FirstQuestion[]> {
  const twin = await requireTwin(app, actor, twin_id);
  const reader = publicReader(app.kv, twin_id);
  const { index } = await currentIndex(app, twin_id, reader);
  const language = index.languages[0] ?? "en";
  const finder = new IndexFinder(index);
  const answered: FirstQuestion[] = [];
  for (const message of firstQuestions(language)) {
    const question = { message, history: [], twin, language };
    const answer = await findAnswer(finder, question, byWordsAlone);
    answered.push({ question: message, answer });
  }
  return answered;
}

/** No search by meaning. */
export function byWordsAlone(): Promise<undefined> {
  return Promise.resolve(undefined);
}
