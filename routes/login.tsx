import { EntryPage } from "../components/EntryPage.tsx";
import { FormProblem } from "../components/FormProblem.tsx";
import { Button } from "../components/ui/Button.tsx";
import { Field } from "../components/ui/Field.tsx";
import { Notice } from "../components/ui/Notice.tsx";
import { logIn } from "../lib/accounts/accounts.ts";
import { endSession } from "../lib/accounts/sessions.ts";
import { getRequestActor } from "../lib/http/auth_guard.ts";
import { parse } from "../lib/http/body.ts";
import { callerOf } from "../lib/http/endpoint.ts";
import {
  type FormError,
  publicForm,
  publicPage,
  toFormError,
} from "../lib/pages/thrown.ts";
import { safeNext, seeOther } from "../lib/http/redirect.ts";
import { logInInput } from "../lib/schemas/account.ts";
import { handler, page } from "./$login.ts";

type Data = {
  error: FormError | null;
  next: string;
  /** A new password has just been set. */
  isReset: boolean;
  canSignUp: boolean;
};

export const handlers = handler({
  GET: publicPage<Data>(({ app, url }) => {
    const next = safeNext(url.searchParams.get("next"), "");
    const isReset = url.searchParams.get("reset") === "done";
    const canSignUp = app.config.signup === "open";
    return Promise.resolve({ data: { error: null, next, isReset, canSignUp } });
  }),
  POST: publicForm<Data>(async ({ app, call, req, url, fields }) => {
    const next = safeNext(fields.next ?? url.searchParams.get("next"), "");
    try {
      const input = parse(logInInput, fields);
      const before = await getRequestActor(req);
      call.session_token =
        (await logIn(app, input, callerOf(req))).session_token;
      // A session from before the login is not carried over.
      if (before) await endSession(app, before.session_hash);
      return seeOther(next || "/dashboard");
    } catch (cause) {
      const error = toFormError(cause, fields);
      return {
        data: {
          error,
          next,
          isReset: false,
          canSignUp: app.config.signup === "open",
        },
        status: error.status,
        headers: error.headers,
      };
    }
  }),
});

export default page(({ data: { error, next, isReset, canSignUp } }) => (
  <EntryPage title="Log in">
    <form method="post" action="/login" class="space-y-4">
      <FormProblem error={error} />
      {isReset && (
        <Notice look="good">Your new password is set. Log in with it.</Notice>
      )}
      {next && <input type="hidden" name="next" value={next} />}
      <Field
        label="E-mail"
        name="email"
        type="email"
        autocomplete="email"
        required
        error={error}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autocomplete="current-password"
        required
        error={error}
        hint="Forgotten? An owner of your team can make you a link to set a new one."
      />
      <Button class="w-full">Log in</Button>
      {canSignUp && (
        <p class="text-sm text-muted">
          New here?{" "}
          <a class="text-accent underline" href="/signup">Make your twin</a>
        </p>
      )}
    </form>
  </EntryPage>
));
