import { tryQuestion } from "../chat/try_question.ts";
import type { ContentView } from "../schemas/content.ts";
import { previewAsOf } from "./preview_as.ts";
import type { MemberCall } from "./access.ts";
import type { TriedQuestion } from "../views/tried_question.ts";

/** The question that the page's address asks; null where it asks none. */
export async function readTried(
  { app, actor, url }: MemberCall,
  item: ContentView,
  passages: string[],
): Promise<TriedQuestion | null> {
  const question = url.searchParams.get("ask")?.trim().slice(0, 300);
  if (!question) return null;
  const eyes = previewAsOf(url);
  const { twin_id } = item;
  const answer = await tryQuestion(app, actor, { twin_id, question, ...eyes });
  const isFromHere = answer.citations.some(({ title, excerpt }) =>
    title === item.title &&
    passages.some((passage) => passage.includes(excerpt))
  );
  return { question, eyes, answer, isFromHere };
}
