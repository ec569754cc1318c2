import { listInvitations } from "../../../lib/team/invitation_lists.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    api.listInvitations,
    ({ app, actor, query }) => listInvitations(app, actor, query),
  ),
});
