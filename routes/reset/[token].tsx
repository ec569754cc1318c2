import { EntryPage } from "../../components/EntryPage.tsx";
import { FormProblem } from "../../components/FormProblem.tsx";
import {
  NewPassword,
  PasswordOwner,
} from "../../components/PasswordFields.tsx";
import { Button } from "../../components/ui/Button.tsx";
import { isAppError } from "../../lib/errors.ts";
import { parse } from "../../lib/http/body.ts";
import {
  type FormError,
  publicForm,
  publicPage,
  toFormError,
} from "../../lib/pages/thrown.ts";
import { seeOther } from "../../lib/http/redirect.ts";
import {
  openPasswordReset,
  resetPassword,
} from "../../lib/accounts/password_resets.ts";
import { resetPasswordInput } from "../../lib/schemas/account.ts";
import { handler, page } from "./$[token].ts";

type Data = {
  email: string;
  made_by: { name: string; tenant_name: string } | null;
  error: FormError | null;
};

export const handlers = handler({
  GET: publicPage<Data>(async ({ app, params }) => {
    const { user, made_by } = await openPasswordReset(app, params.token);
    return { data: { email: user.email, made_by, error: null } };
  }),
  POST: publicForm<Data>(async ({ app, params, fields }) => {
    const { user: { email }, made_by } = await openPasswordReset(
      app,
      params.token,
    );
    try {
      const { password } = parse(resetPasswordInput, fields);
      await resetPassword(app, params.token, password);
      return seeOther("/login?reset=done");
    } catch (cause) {
      // A link that ended meanwhile has no form any more.
      if (isAppError(cause) && cause.code === "expired") throw cause;
      const error = toFormError(cause, fields);
      return { data: { email, made_by, error }, status: error.status };
    }
  }),
});

export default page(({ data: { email, made_by, error } }) => (
  <EntryPage title="Set a new password">
    <form method="post" class="space-y-4">
      <FormProblem error={error} />
      <p class="text-sm text-muted">
        For{" "}
        <span class="font-medium break-all">{email}</span>. You are logged out
        everywhere and log in with the new one.
      </p>
      {made_by && (
        <p class="text-sm text-muted">
          <bdi class="font-medium text-ink">{made_by.name}</bdi>, an owner of
          {" "}
          <bdi class="font-medium text-ink">{made_by.tenant_name}</bdi>, made
          this link. If you did not ask for it, close this page: nothing
          changes.
        </p>
      )}
      <PasswordOwner email={email} />
      <NewPassword
        label="New password"
        hint="At least 12 characters. Four random words are a good one."
        error={error}
      />
      <Button class="w-full">Set the password</Button>
    </form>
  </EntryPage>
));
