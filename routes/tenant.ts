import { endpoint } from "../lib/http/endpoint.ts";
import * as api from "../lib/http/contract/operations.ts";
import { renameTenant } from "../lib/team/tenants.ts";
import { handler } from "./$tenant.ts";

export const handlers = handler({
  PATCH: endpoint(
    api.renameTenant,
    ({ app, actor, body }) => renameTenant(app, actor, body.name),
  ),
});
