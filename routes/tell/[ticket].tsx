import { EntryPage } from "../../components/EntryPage.tsx";
import { FormProblem } from "../../components/FormProblem.tsx";
import { Button } from "../../components/ui/Button.tsx";
import { Field } from "../../components/ui/Field.tsx";
import { Notice } from "../../components/ui/Notice.tsx";
import { parse } from "../../lib/http/body.ts";
import {
  type FormError,
  publicForm,
  publicPage,
  toFormError,
} from "../../lib/pages/thrown.ts";
import { seeOther } from "../../lib/http/redirect.ts";
import { requireLeadTicket } from "../../lib/conversations/lead_links.ts";
import { findQuestion, keepEmail } from "../../lib/conversations/leads.ts";
import { leadInput } from "../../lib/schemas/chat.ts";
import { handler, page } from "./$[ticket].ts";

type Data = {
  name: string;
  question: string;
  is_done: boolean;
  error: FormError | null;
};

export const handlers = handler({
  GET: publicPage<Data>(async ({ app, url, params }) => {
    const talk = await requireLeadTicket(app, params.ticket);
    const { question } = await findQuestion(app, talk.session);
    const is_done = url.searchParams.has("done");
    const { name } = talk.twin;
    return { data: { name, question, is_done, error: null } };
  }),
  POST: publicForm<Data>(async ({ app, url, params, fields: sent }) => {
    const talk = await requireLeadTicket(app, params.ticket);
    const { email, message } = sent;
    try {
      const fields = { email, message: message || undefined };
      const input = parse(leadInput.omit({ session_id: true }), fields);
      await keepEmail(app, talk, input);
      return seeOther(`${url.pathname}?done`);
    } catch (cause) {
      const error = toFormError(cause, { email, message });
      const { question } = await findQuestion(app, talk.session);
      const { name } = talk.twin;
      return {
        data: { name, question, is_done: false, error },
        status: error.status,
      };
    }
  }),
});

export default page(({ data: { name, question, is_done, error } }) => (
  <EntryPage title={`Hear from ${name}`}>
    {is_done
      ? (
        <Notice look="good">
          Thank you. You will hear as soon as there is an answer. You may close
          this page.
        </Notice>
      )
      : (
        <form method="post" class="space-y-4">
          <FormProblem error={error} />
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
            error={error}
          />
          <Field
            label="A word about it (optional)"
            name="message"
            multiline={2}
            maxLength={1000}
            dir="auto"
            error={error}
          />
          <Button class="w-full">Tell me</Button>
        </form>
      )}
  </EntryPage>
));
