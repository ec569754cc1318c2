import { EntryPage } from "../../components/entry/EntryPage.tsx";
import { FormProblem } from "../../components/ui/FormProblem.tsx";
import { Button } from "../../components/ui/Button.tsx";
import { Field } from "../../components/ui/Field.tsx";
import { Notice } from "../../components/ui/Notice.tsx";
import { publicAction } from "../../lib/pages/form.ts";
import { entryPage } from "../../lib/pages/page.ts";
import { seeOther } from "../../lib/http/redirect.ts";
import { requireLeadTicket } from "../../lib/conversations/lead_links.ts";
import { findQuestion, keepEmail } from "../../lib/conversations/leads.ts";
import { leadInput } from "../../lib/schemas/lead.ts";
import { handler, page } from "./$[ticket].ts";

const submit = publicAction({
  schema: leadInput.omit({ session_id: true }),
  fields: ({ email, message }) => ({ email, message: message || undefined }),
  async run({ app, url, params }, input) {
    await keepEmail(app, await requireLeadTicket(app, params.ticket), input);
    return seeOther(`${url.pathname}?done`);
  },
});

export const handlers = handler(entryPage({
  async load({ app, url, params }) {
    const { session, twin } = await requireLeadTicket(app, params.ticket);
    const { question } = await findQuestion(app, session);
    return { name: twin.name, question, isDone: url.searchParams.has("done") };
  },
  submit,
}));

export default page(({ data: { name, question, isDone, form } }) => (
  <EntryPage title={`Hear from ${name}`}>
    {isDone && !form
      ? (
        <Notice look="good">
          Thank you. You will hear as soon as there is an answer. You may close
          this page.
        </Notice>
      )
      : (
        <form method="post" class="space-y-4">
          <FormProblem error={form} />
          <p class="text-sm text-muted">
            There was no answer to this yet. Leave your e-mail to be told when
            there is one.
          </p>
          {question && (
            <blockquote
              dir="auto"
              class="line-clamp-6 border-s-2 border-control-line ps-3 text-sm wrap-anywhere"
            >
              {question}
            </blockquote>
          )}
          <Field
            label="Your e-mail"
            name="email"
            type="email"
            required
            autocomplete="email"
            error={form}
          />
          <Field
            label="A word about it (optional)"
            name="message"
            multiline={2}
            maxLength={1000}
            dir="auto"
            error={form}
          />
          <Button class="w-full">Tell me</Button>
        </form>
      )}
  </EntryPage>
));
