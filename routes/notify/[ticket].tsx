import { EntryPage } from "../../components/entry/EntryPage.tsx";
import { FormProblem } from "../../components/ui/FormProblem.tsx";
import { Button } from "../../components/ui/Button.tsx";
import { Field } from "../../components/ui/Field.tsx";
import { Notice } from "../../components/ui/Notice.tsx";
import { publicAction } from "../../lib/pages/form.ts";
import { entryPage } from "../../lib/pages/page.ts";
import { seeOther } from "../../lib/http/redirect.ts";
import { say } from "../../lib/client/say.ts";
import { pageWords } from "../../lib/http/visitor_words.ts";
import { requireLeadTicket } from "../../lib/conversations/lead_links.ts";
import { findQuestion, keepEmail } from "../../lib/conversations/leads.ts";
import { leadInput } from "../../lib/schemas/lead.ts";
import { handler, page } from "./$[ticket].ts";

const submit = publicAction({
  schema: leadInput.omit({ session_id: true }),
  fields: ({ email, message }) => ({ email, message: message || undefined }),
  async run({ app, call, url, params }, input) {
    const ticket = await requireLeadTicket(app, params.ticket);
    await keepEmail(app, ticket, { ...input, accept_language: call.language });
    return seeOther(`${url.pathname}?done`);
  },
});

export const handlers = handler(entryPage({
  async load({ app, call, url, params }) {
    const words = call.words = pageWords(call);
    const { session, twin } = await requireLeadTicket(app, params.ticket);
    const { question } = await findQuestion(app, session);
    const isDone = url.searchParams.has("done");
    return { words, name: twin.name, question, isDone };
  },
  submit,
}));

export default page(({ data: { words, name, question, isDone, form } }) => (
  <EntryPage title={say(words.notify_title, { name })}>
    {isDone && !form
      ? (
        <Notice look="good">
          {say(words.notify_done, { name })}
        </Notice>
      )
      : (
        <form method="post" class="space-y-4">
          <FormProblem error={form} />
          <p class="text-sm text-muted">
            {say(words.notify_why, { name })}
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
            label={words.email}
            name="email"
            type="email"
            required
            autocomplete="email"
            error={form}
          />
          <Field
            label={words.comment}
            name="message"
            multiline={2}
            maxLength={1000}
            dir="auto"
            error={form}
          />
          <Button class="w-full">{words.lead_send}</Button>
        </form>
      )}
  </EntryPage>
));
