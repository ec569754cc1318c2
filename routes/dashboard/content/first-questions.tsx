import { FirstQuestionRow } from "../../../components/content/FirstQuestionRow.tsx";
import { DashboardPage } from "../../../components/dashboard/DashboardPage.tsx";
import { BackLink } from "../../../components/ui/BackLink.tsx";
import { Card } from "../../../components/ui/Card.tsx";
import { FormProblem } from "../../../components/ui/FormProblem.tsx";
import {
  firstQuestionActions,
  loadFirstQuestions,
} from "../../../lib/pages/first_questions.ts";
import { twinPage } from "../../../lib/pages/page.ts";
import { handler, page } from "./$first-questions.ts";

/** What is left to do comes first. */
const GROUPS = [
  ["none", "No answer yet"],
  ["near", "Not sure, offered with a caveat"],
  ["sure", "Answered"],
] as const;

export const handlers = handler(twinPage({
  load: (call, { twin }) => loadFirstQuestions(call, twin.id),
  editor_actions: ({ twin }) => firstQuestionActions(twin.id),
}));

export default page(({ data: { frame, questions, titles, form } }) => {
  const { can_edit, twin: { id: twin_id } } = frame;
  const is = (confidence: string) =>
    questions.filter(({ answer }) => answer.confidence === confidence);
  return (
    <DashboardPage
      frame={frame}
      title="First questions"
      lead="What strangers ask first, and what your content alone answers. Add what is missing in a sentence: a “no” is an answer too."
      figure={{
        value: `${is("sure").length} of ${questions.length}`,
        label: "answered",
      }}
    >
      <p>
        <BackLink href={`/dashboard/content?twin=${twin_id}`}>
          All content
        </BackLink>
      </p>
      <FormProblem error={form} />
      {GROUPS.filter(([confidence]) => is(confidence).length > 0).map((
        [confidence, title],
      ) => (
        <Card key={confidence} title={title}>
          <ul class="-my-4 divide-y divide-line">
            {is(confidence).map((asked) => (
              <FirstQuestionRow
                key={asked.question}
                asked={asked}
                place={questions.indexOf(asked)}
                form={form?.values.question === asked.question ? form : null}
                {...{ twin_id, titles, can_edit }}
              />
            ))}
          </ul>
        </Card>
      ))}
    </DashboardPage>
  );
});
