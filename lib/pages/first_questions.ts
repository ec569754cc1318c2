import { answerFirstQuestions } from "../chat/first_questions.ts";
import { answerQuestion } from "../conversations/owner_answers.ts";
import { answerInput } from "../schemas/conversation.ts";
import type { FirstQuestion } from "../schemas/citation.ts";
import type { MemberCall } from "./access.ts";
import { redirectWithFlash } from "./flash.ts";
import { type EditorAction, editorAction } from "./form.ts";

/** The first questions with their answers, and the titles of the items these come from. */
export async function loadFirstQuestions(
  { app, actor }: MemberCall,
  twin_id: string,
): Promise<{ questions: FirstQuestion[]; titles: Map<string, string> }> {
  const questions = await answerFirstQuestions(app, actor, twin_id);
  const titles = await app.content_lists.titlesOf(
    app.kv,
    twin_id,
    questions.flatMap(({ answer }) => answer.quoted ?? []),
  );
  return { questions, titles };
}

/** The form in each row of the page. */
export function firstQuestionActions(
  twin_id: string,
): Record<string, EditorAction> {
  return {
    answer: editorAction({
      schema: answerInput.pick({ question: true, answer: true }),
      async run(page, input) {
        await answerQuestion(page.app, page.editor, twin_id, input);
        return redirectWithFlash(page, "Saved. Your twin now says this.");
      },
    }),
  };
}
