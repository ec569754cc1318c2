import { EntryPage } from "../../components/EntryPage.tsx";
import { FormProblem } from "../../components/FormProblem.tsx";
import { Invited, type InvitedPerson } from "../../components/Invited.tsx";
import { endSession } from "../../lib/accounts/sessions.ts";
import { getRequestActor } from "../../lib/http/auth_guard.ts";
import { parse } from "../../lib/http/body.ts";
import { callerOf } from "../../lib/http/endpoint.ts";
import {
  type Fields,
  type FormError,
  type PageCall,
  publicForm,
  publicPage,
  toFormError,
} from "../../lib/pages/thrown.ts";
import { seeOther } from "../../lib/http/redirect.ts";
import { acceptInvitationInput } from "../../lib/schemas/team.ts";
import {
  acceptAsActor,
  acceptAsNewUser,
  openInvitation,
} from "../../lib/team/accept_invitation.ts";
import { handler, page } from "./$[token].ts";

type Data = InvitedPerson & { error: FormError | null };

/** What the page says of the invitation. Throws `not_found` and `expired`. */
async function load(
  { app, req, params }: PageCall,
  error: FormError | null,
): Promise<Data> {
  const open = await openInvitation(app, params.token);
  const actor = await getRequestActor(req);
  return {
    token: params.token,
    tenant_name: open.tenant_name,
    email: open.entry.value.email,
    role: open.entry.value.role,
    actor_email: actor?.email ?? null,
    error,
  };
}

/** An empty form is the consent of whoever is signed in; otherwise it makes an account. */
async function accept(page: PageCall, fields: Fields): Promise<void> {
  const { app, call, req, params } = page;
  const actor = await getRequestActor(req);
  if (actor && Object.keys(fields).length === 0) {
    return await acceptAsActor(app, params.token, actor);
  }
  const input = parse(acceptInvitationInput, fields);
  const signed_in = await acceptAsNewUser(
    app,
    params.token,
    input,
    callerOf(req),
  );
  call.session_token = signed_in.session_token;
  // A session from before is not carried over.
  if (actor) await endSession(app, actor.session_hash);
}

export const handlers = handler({
  GET: publicPage<Data>(async (page) => ({ data: await load(page, null) })),
  POST: publicForm<Data>(async (page) => {
    const { fields } = page;
    await openInvitation(page.app, page.params.token);
    try {
      await accept(page, fields);
      return seeOther("/dashboard");
    } catch (cause) {
      const error = toFormError(cause, fields);
      return {
        data: await load(page, error),
        status: error.status,
        headers: error.headers,
      };
    }
  }),
});

export default page(({ data: { error, ...person } }) => (
  <EntryPage title="You are invited">
    <div class="space-y-4">
      <FormProblem error={error} />
      <Invited person={person} error={error} />
    </div>
  </EntryPage>
));
