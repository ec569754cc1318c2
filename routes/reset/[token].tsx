import { EntryPage } from "../../components/entry/EntryPage.tsx";
import { FormProblem } from "../../components/ui/FormProblem.tsx";
import {
  NEW_PASSWORD,
  PasswordOwner,
} from "../../components/entry/PasswordFields.tsx";
import { Button } from "../../components/ui/Button.tsx";
import PasswordField from "../../islands/PasswordField.tsx";
import { publicAction } from "../../lib/pages/form.ts";
import { entryPage } from "../../lib/pages/page.ts";
import { seeOther } from "../../lib/http/redirect.ts";
import {
  openPasswordReset,
  resetPassword,
} from "../../lib/accounts/password_resets.ts";
import { resetPasswordInput } from "../../lib/schemas/account.ts";
import { handler, page } from "./$[token].ts";

const submit = publicAction({
  schema: resetPasswordInput,
  async run({ app, params }, { password }) {
    await resetPassword(app, params.token, password);
    return seeOther("/login?reset=done");
  },
});

export const handlers = handler(entryPage({
  async load({ app, params }) {
    const { user, made_by } = await openPasswordReset(app, params.token);
    return { email: user.email, made_by };
  },
  submit,
}));

export default page(({ data: { email, made_by, form } }) => (
  <EntryPage title="Set a new password">
    <form method="post" class="space-y-4">
      <FormProblem error={form} />
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
      <PasswordField
        {...NEW_PASSWORD}
        label="New password"
        hint="At least 12 characters. Four random words are a good one."
        error={form}
      />
      <Button class="w-full">Set the password</Button>
    </form>
  </EntryPage>
));
