import { resendInvitation } from "../../../../lib/team/invitations.ts";
import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { handler } from "./$resend.ts";

export const handlers = handler({
  POST: endpoint(
    api.resendInvitation,
    ({ app, actor, params }) =>
      resendInvitation(app, actor, params.invitation_id),
  ),
});
