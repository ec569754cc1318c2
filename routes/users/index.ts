import { listMembers } from "../../lib/team/user_management.ts";
import { endpoint } from "../../lib/http/endpoint.ts";
import * as api from "../../lib/http/contract/operations.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    api.listUsers,
    ({ app, actor, query }) => listMembers(app, actor, query),
  ),
});
