import { removeMember } from "../../../lib/team/user_management.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  DELETE: endpoint(
    api.removeUser,
    ({ app, actor, params }) => removeMember(app, actor, params.user_id),
  ),
});
