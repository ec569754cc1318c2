import { EntryPage } from "../components/entry/EntryPage.tsx";
import { FormProblem } from "../components/ui/FormProblem.tsx";
import { Button } from "../components/ui/Button.tsx";
import { Field } from "../components/ui/Field.tsx";
import { Notice } from "../components/ui/Notice.tsx";
import { forgetPassword } from "../lib/accounts/forgotten.ts";
import { callerOf } from "../lib/http/endpoint.ts";
import { publicAction } from "../lib/pages/form.ts";
import { entryPage } from "../lib/pages/page.ts";
import { seeOther } from "../lib/http/redirect.ts";
import { sendsMail } from "../lib/mail/outbox.ts";
import { forgotInput } from "../lib/schemas/account.ts";
import type { FormState } from "../lib/views/form.ts";
import { handler, page } from "./$forgot.ts";

const submit = publicAction({
  schema: forgotInput,
  async run({ app, req }, { email }) {
    await forgetPassword(app, email, callerOf(req));
    return seeOther("/forgot?sent=yes");
  },
});

export const handlers = handler(entryPage({
  load: ({ app, url }) => ({
    has_mail: sendsMail(app),
    is_sent: url.searchParams.get("sent") === "yes",
  }),
  submit,
}));

export default page(({ data: { form, has_mail, is_sent } }) => (
  <EntryPage title="Forgot your password?">
    {has_mail ? <Ask form={form} is_sent={is_sent} /> : <WithoutMail />}
    <p class="mt-4 text-sm">
      <a class="text-accent underline" href="/login">Back to log in</a>
    </p>
  </EntryPage>
));

function Ask({ form, is_sent }: { form: FormState | null; is_sent: boolean }) {
  return (
    <form method="post" action="/forgot" class="space-y-4">
      <FormProblem error={form} />
      {is_sent && !form && (
        <Notice look="good">
          If there is an account with this e-mail, a link is on its way. Check
          your spam folder too; the link works for an hour.
        </Notice>
      )}
      <Field
        label="E-mail"
        name="email"
        type="email"
        autocomplete="email"
        required
        error={form}
        hint="We send you a link to set a new password."
      />
      <Button class="w-full">
        {is_sent && !form ? "Send it again" : "Send the link"}
      </Button>
    </form>
  );
}

/** The ways to get back in without mail. */
function WithoutMail() {
  return (
    <div class="space-y-3 text-sm text-muted">
      <p>
        This server sends no mail. An owner of your team can make you a link to
        set a new password, on their page Team.
      </p>
      <p>
        Are you the only owner? Whoever runs the server can make one with{" "}
        <code class="text-ink">deno task reset-password EMAIL</code>.
      </p>
    </div>
  );
}
