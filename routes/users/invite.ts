import { inviteUser } from "../../lib/team/invitations.ts";
import { endpoint } from "../../lib/http/endpoint.ts";
import * as api from "../../lib/http/contract/operations.ts";
import { handler } from "./$invite.ts";

export const handlers = handler({
  POST: endpoint(
    api.inviteUser,
    ({ app, actor, body }) => inviteUser(app, actor, body),
  ),
});
