import { changeRole } from "../../../lib/team/user_management.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { handler } from "./$role.ts";

export const handlers = handler({
  PATCH: endpoint(
    api.changeRole,
    ({ app, actor, params, body }) =>
      changeRole(app, actor, params.user_id, body.role),
  ),
});
