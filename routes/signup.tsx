import { EntryPage } from "../components/entry/EntryPage.tsx";
import { FormProblem } from "../components/ui/FormProblem.tsx";
import { Button } from "../components/ui/Button.tsx";
import { Notice } from "../components/ui/Notice.tsx";
import SignUpFields from "../islands/SignUpFields.tsx";
import { readTrialCookie, trialCookie } from "../lib/http/cookies.ts";
import { callerOf } from "../lib/http/endpoint.ts";
import { redirectWithFlash } from "../lib/pages/flash.ts";
import { publicAction } from "../lib/pages/form.ts";
import { entryPage } from "../lib/pages/page.ts";
import { seeOther } from "../lib/http/redirect.ts";
import { signUpInput } from "../lib/schemas/account.ts";
import { signUpWithTrial } from "../lib/trials/claim.ts";
import { getTrial } from "../lib/trials/trials.ts";
import type { FormState } from "../lib/views/form.ts";
import { handler, page } from "./$signup.ts";

/** For someone who expects their trial, and finds a new twin. */
const GONE =
  "Your account is ready, but the twin you tried could not come along: its 24 hours are over, or it was kept by another sign-up meanwhile. This one starts fresh. Give it your website’s address again and it soon knows as much.";

const submit = publicAction({
  schema: signUpInput,
  async run(page, input) {
    const { app, call, req } = page;
    const token = readTrialCookie(req);
    const { session_token, has_taken_over } = await signUpWithTrial(
      app,
      input,
      callerOf(req),
      token,
    );
    call.session_token = session_token;
    if (token) call.cookies.push(trialCookie(app.config, null));
    if (!token) return seeOther("/dashboard");
    return has_taken_over
      ? redirectWithFlash(
        page,
        `${input.twin_name} is yours, with everything it knows.`,
        {
          to: "/dashboard",
        },
      )
      : redirectWithFlash(page, GONE, { to: "/dashboard", look: "warn" });
  },
});

export const handlers = handler(entryPage({
  load: async ({ app, req }) => {
    const live = await getTrial(app, readTrialCookie(req) ?? "");
    return {
      isOpen: app.config.signup === "open",
      tried: live?.trial.status === "ready" ? live.twin.name : null,
    };
  },
  submit,
}));

export default page(({ data: { form, isOpen, tried } }) =>
  isOpen ? <SignUp form={form} tried={tried} /> : <Closed />
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

type Props = {
  form: FormState | null;
  /** The name of this browser's trial twin. */
  tried: string | null;
};

function SignUp({ form, tried }: Props) {
  return (
    <EntryPage title={tried ? "Keep your twin" : "Make your twin"}>
      <form method="post" class="space-y-4">
        {tried && (
          <Notice look="good">
            <bdi>{tried}</bdi>{" "}
            becomes yours: what it knows, how it looks, and what you asked it.
          </Notice>
        )}
        <FormProblem error={form} />
        <SignUpFields form={form} tried={tried ?? ""} />
        <Button class="w-full">
          {tried ? "Keep my twin" : "Make my twin"}
        </Button>
        <p class="text-sm text-muted">
          Have an account?{" "}
          <a class="text-accent underline" href="/login">Log in</a>
        </p>
      </form>
    </EntryPage>
  );
}
