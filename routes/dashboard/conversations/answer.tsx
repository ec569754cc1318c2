import {
  answerField,
  AnswerForm,
  AskedBy,
} from "../../../components/conversations/AnswerCard.tsx";
import { Markdown } from "../../../components/chat/Markdown.tsx";
import { DashboardPage } from "../../../components/dashboard/DashboardPage.tsx";
import { FormProblem } from "../../../components/ui/FormProblem.tsx";
import { Card } from "../../../components/ui/Card.tsx";
import { Notice } from "../../../components/ui/Notice.tsx";
import MarkdownEditor from "../../../islands/MarkdownEditor.tsx";
import { answerActions, loadAnswering } from "../../../lib/pages/answer.ts";
import { twinPage } from "../../../lib/pages/page.ts";
import { Head } from "fresh/runtime";
import { handler, page } from "./$answer.ts";

export const handlers = handler(twinPage({
  load: async (page, { twin }) => ({
    answering: await loadAnswering(page, twin.id),
  }),
  editor_actions: ({ twin }) => answerActions(twin.id),
}));

export default page(({ data: { frame, answering, form } }) => {
  const { said, offered, row, email } = answering;
  const can_edit = frame.can_edit;
  return (
    <DashboardPage
      frame={frame}
      title={said === null ? "Answer this question" : "Correct this answer"}
      lead="Your own words, for everyone who asks it from now on."
    >
      <Head>
        <script type="module" src="/inbox.js" />
      </Head>
      <FormProblem error={form} />
      {!can_edit && (
        <Notice look="warn">
          You can look, but only owners and editors of this team can answer.
        </Notice>
      )}
      <div class="grid items-start gap-6 desk:grid-cols-[minmax(0,1fr)_20rem]">
        <Card>
          <fieldset disabled={!can_edit}>
            <AnswerForm
              answering={answering}
              editor={<MarkdownEditor {...answerField(form, said)} />}
              form={form}
            />
          </fieldset>
        </Card>
        {(row || email || said !== null) && (
          <Card title={said === null ? "Who asked" : "What it said"}>
            <div class="space-y-4 text-sm">
              {said !== null && <Said text={said} />}
              <AskedBy answering={answering} />
              {offered !== null && (
                <div class="space-y-1">
                  <h3 class="font-medium">What it offered instead</h3>
                  <Said text={offered} />
                </div>
              )}
            </div>
          </Card>
        )}
      </div>
    </DashboardPage>
  );
});

function Said({ text }: { text: string }) {
  return (
    <div
      dir="auto"
      class="prose-chat text-muted wrap-anywhere whitespace-pre-line"
    >
      <Markdown text={text} />
    </div>
  );
}
