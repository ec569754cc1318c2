import type { Answer, Candidate } from "../schemas/citation.ts";
import { tryQuestion } from "../chat/try_question.ts";
import type { ContentView } from "../schemas/content.ts";
import { type PreviewAs, previewAsOf } from "./preview_as.ts";
import type { MemberCall } from "./access.ts";

/** A question that was put to the content, with its answer. */
export type TriedQuestion = {
  question: string;
  /** Whose eyes it was answered for. */
  eyes: PreviewAs;
  answer: Answer & { candidates: Candidate[] };
  /** The item of the page is among what the answer rests on. */
  isFromHere: boolean;
};

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
