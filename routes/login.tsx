import { EntryPage } from "../components/entry/EntryPage.tsx";
import { FormProblem } from "../components/ui/FormProblem.tsx";
import { Button } from "../components/ui/Button.tsx";
import { Field } from "../components/ui/Field.tsx";
import { Notice } from "../components/ui/Notice.tsx";
import PasswordField from "../islands/PasswordField.tsx";
import { logIn } from "../lib/accounts/accounts.ts";
import { endSession } from "../lib/accounts/sessions.ts";
import { getRequestActor } from "../lib/http/auth_guard.ts";
import { callerOf } from "../lib/http/endpoint.ts";
import { publicAction } from "../lib/pages/form.ts";
import { entryPage } from "../lib/pages/page.ts";
import { safeNext, seeOther } from "../lib/http/redirect.ts";
import { logInInput } from "../lib/schemas/account.ts";
import { handler, page } from "./$login.ts";

const submit = publicAction({
  schema: logInInput,
  async run({ app, call, req, url }, input) {
    const next = safeNext(input.next ?? url.searchParams.get("next"), "");
    const before = await getRequestActor(req);
    const { session_token } = await logIn(app, input, callerOf(req));
    call.session_token = session_token;
    // A session from before the login is not carried over.
    if (before) await endSession(app, before.session_hash);
    return seeOther(next || "/dashboard");
  },
});

export const handlers = handler(entryPage({
  load: ({ app, url }) => ({
    next: safeNext(url.searchParams.get("next"), ""),
    // A new password has just been set.
    isReset: url.searchParams.get("reset") === "done",
    canSignUp: app.config.signup === "open",
  }),
  submit,
}));

export default page(({ data: { form, isReset, canSignUp, ...data } }) => {
  const next = safeNext(form?.values.next, data.next);
  return (
    <EntryPage title="Log in">
      <form method="post" action="/login" class="space-y-4">
        <FormProblem error={form} />
        {isReset && !form && (
          <Notice look="good">Your new password is set. Log in with it.</Notice>
        )}
        {next && <input type="hidden" name="next" value={next} />}
        <Field
          label="E-mail"
          name="email"
          type="email"
          autocomplete="email"
          required
          error={form}
        />
        <PasswordField
          label="Password"
          name="password"
          autocomplete="current-password"
          required
          error={form}
        />
        <p class="-mt-2 text-sm">
          <a class="text-accent underline" href="/forgot">
            Forgot your password?
          </a>
        </p>
        <Button class="w-full">Log in</Button>
        {canSignUp && (
          <p class="text-sm text-muted">
            New here?{" "}
            <a class="text-accent underline" href="/signup">Make your twin</a>
          </p>
        )}
      </form>
    </EntryPage>
  );
});
