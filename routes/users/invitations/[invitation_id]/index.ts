import { revokeInvitation } from "../../../../lib/team/invitations.ts";
import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  DELETE: endpoint(
    api.revokeInvitation,
    ({ app, actor, params }) =>
      revokeInvitation(app, actor, params.invitation_id),
  ),
});
