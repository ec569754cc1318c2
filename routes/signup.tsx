import { EntryPage } from "../components/EntryPage.tsx";
import { FormProblem } from "../components/FormProblem.tsx";
import { NewPassword } from "../components/PasswordFields.tsx";
import { Button } from "../components/ui/Button.tsx";
import { Field } from "../components/ui/Field.tsx";
import { signUp } from "../lib/accounts/accounts.ts";
import { parse } from "../lib/http/body.ts";
import { callerOf } from "../lib/http/endpoint.ts";
import {
  type FormError,
  publicForm,
  publicPage,
  toFormError,
} from "../lib/pages/thrown.ts";
import { seeOther } from "../lib/http/redirect.ts";
import { signUpInput } from "../lib/schemas/account.ts";
import { handler, page } from "./$signup.ts";

type Data = { error: FormError | null; isOpen: boolean };

export const handlers = handler({
  GET: publicPage<Data>(({ app }) => {
    const isOpen = app.config.signup === "open";
    return Promise.resolve({ data: { error: null, isOpen } });
  }),
  POST: publicForm<Data>(async ({ app, call, req, fields }) => {
    try {
      const input = parse(signUpInput, fields);
      call.session_token =
        (await signUp(app, input, callerOf(req))).session_token;
      return seeOther("/dashboard");
    } catch (cause) {
      const error = toFormError(cause, fields);
      return {
        data: { error, isOpen: app.config.signup === "open" },
        status: error.status,
        headers: error.headers,
      };
    }
  }),
});

export default page(({ data: { error, isOpen } }) =>
  isOpen ? <SignUp error={error} /> : <Closed />
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

function SignUp({ error }: { error: FormError | null }) {
  return (
    <EntryPage title="Make your twin">
      <form method="post" class="space-y-4">
        <FormProblem error={error} />
        <Field
          label="Your name"
          name="name"
          autocomplete="name"
          required
          maxLength={100}
          error={error}
        />
        <Field
          label="E-mail"
          name="email"
          type="email"
          autocomplete="email"
          required
          error={error}
        />
        <NewPassword
          label="Password"
          hint="At least 12 characters. Four random words are a good one."
          error={error}
        />
        <Field
          label="Your twin's name"
          name="twin_name"
          required
          maxLength={100}
          hint="What people will see. You can change it later."
          error={error}
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
