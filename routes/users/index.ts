import { listMembers } from "../../lib/team/user_management.ts";
import { endpoint } from "../../lib/http/endpoint.ts";
import * as op from "../../lib/http/contract/operations.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    op.listUsers,
    ({ app, actor, query }) => listMembers(app, actor, query),
  ),
});
