import { EntryPage } from "../components/entry/EntryPage.tsx";
import { FormProblem } from "../components/ui/FormProblem.tsx";
import { NewPassword } from "../components/entry/PasswordFields.tsx";
import { Button } from "../components/ui/Button.tsx";
import { Field } from "../components/ui/Field.tsx";
import { signUp } from "../lib/accounts/accounts.ts";
import { callerOf } from "../lib/http/endpoint.ts";
import { publicAction } from "../lib/pages/form.ts";
import { entryPage } from "../lib/pages/page.ts";
import { seeOther } from "../lib/http/redirect.ts";
import { signUpInput } from "../lib/schemas/account.ts";
import type { FormState } from "../lib/views/form.ts";
import { handler, page } from "./$signup.ts";

const submit = publicAction({
  schema: signUpInput,
  async run({ app, call, req }, input) {
    const { session_token } = await signUp(app, input, callerOf(req));
    call.session_token = session_token;
    return seeOther("/dashboard");
  },
});

export const handlers = handler(entryPage({
  load: ({ app }) => ({ isOpen: app.config.signup === "open" }),
  submit,
}));

export default page(({ data: { form, isOpen } }) =>
  isOpen ? <SignUp form={form} /> : <Closed />
);

function Closed() {
  return (
    <EntryPage title="Sign-up is closed here">
      <div class="space-y-4 text-sm">
        <p>
          New accounts are made by invitation only. Ask somebody who has one to
          invite you to their team.
        </p>
        <p>
          <a class="text-accent underline" href="/login">Log in</a>
        </p>
      </div>
    </EntryPage>
  );
}

function SignUp({ form }: { form: FormState | null }) {
  return (
    <EntryPage title="Make your twin">
      <form method="post" class="space-y-4">
        <FormProblem error={form} />
        <Field
          label="Your name"
          name="name"
          autocomplete="name"
          required
          maxLength={100}
          error={form}
        />
        <Field
          label="E-mail"
          name="email"
          type="email"
          autocomplete="email"
          required
          error={form}
        />
        <NewPassword
          label="Password"
          hint="At least 12 characters. Four random words are a good one."
          error={form}
        />
        <Field
          label="Your twin's name"
          name="twin_name"
          required
          maxLength={100}
          hint="What people will see. You can change it later."
          error={form}
        />
        <Button class="w-full">Make my twin</Button>
        <p class="text-sm text-muted">
          Have an account?{" "}
          <a class="text-accent underline" href="/login">Log in</a>
        </p>
      </form>
    </EntryPage>
  );
}
