import { z } from "zod";
import { EntryPage } from "../../components/entry/EntryPage.tsx";
import { FormProblem } from "../../components/ui/FormProblem.tsx";
import {
  Invited,
  type InvitedPerson,
} from "../../components/entry/Invited.tsx";
import { NEW_PASSWORD } from "../../components/entry/PasswordFields.tsx";
import PasswordField from "../../islands/PasswordField.tsx";
import { endSession } from "../../lib/accounts/sessions.ts";
import { getRequestActor, requireActor } from "../../lib/http/auth_guard.ts";
import { callerOf } from "../../lib/http/endpoint.ts";
import type { PageCall, PublicForm } from "../../lib/pages/access.ts";
import { type Action, publicAction } from "../../lib/pages/form.ts";
import { entryPage } from "../../lib/pages/page.ts";
import { seeOther } from "../../lib/http/redirect.ts";
import { acceptInvitationInput } from "../../lib/schemas/team.ts";
import {
  acceptAsActor,
  acceptAsNewUser,
  openInvitation,
} from "../../lib/team/accept_invitation.ts";
import { handler, page } from "./$[token].ts";

/** The invitation as the page shows it. Throws `not_found` and `expired`. */
async function load({ app, req, params }: PageCall): Promise<InvitedPerson> {
  const open = await openInvitation(app, params.token);
  const actor = await getRequestActor(req);
  return {
    token: params.token,
    tenant_name: open.tenant_name,
    email: open.entry.value.email,
    role: open.entry.value.role,
    actor_email: actor?.email ?? null,
  };
}

/** The consent of a signed-in account. */
const join = publicAction({
  schema: z.object({}),
  async run({ app, req, params }) {
    await acceptAsActor(app, params.token, await requireActor(req));
    return seeOther("/dashboard");
  },
});

const makeAccount = publicAction({
  schema: acceptInvitationInput,
  async run({ app, call, req, params: { token } }, input) {
    const before = await getRequestActor(req);
    const made = await acceptAsNewUser(app, token, input, callerOf(req));
    call.session_token = made.session_token;
    // An earlier session is not carried over.
    if (before) await endSession(app, before.session_hash);
    return seeOther("/dashboard");
  },
});

/** An empty form is the consent of a signed-in account; otherwise it creates an account. */
const submit: Action<never, PublicForm> = async (page) => {
  const is_consent = Object.keys(page.fields).length === 0 &&
    await getRequestActor(page.req) !== null;
  return await (is_consent ? join(page) : makeAccount(page));
};

export const handlers = handler(entryPage({ load, submit }));

export default page(({ data: { form, ...person } }) => (
  <EntryPage title="You are invited">
    <div class="space-y-4">
      <FormProblem error={form} />
      <Invited
        person={person}
        form={form}
        password={
          <PasswordField
            {...NEW_PASSWORD}
            label="Password"
            hint="At least 12 characters. Four random words are a good one."
            error={form}
          />
        }
      />
    </div>
  </EntryPage>
));
