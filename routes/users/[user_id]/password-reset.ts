import * as api from "../../../lib/http/contract/operations.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import {
  createPasswordReset,
  revokePasswordReset,
} from "../../../lib/team/password_links.ts";
import { handler } from "./$password-reset.ts";

export const handlers = handler({
  POST: endpoint(
    api.createPasswordReset,
    ({ app, actor, params }) => createPasswordReset(app, actor, params.user_id),
  ),
  DELETE: endpoint(
    api.revokePasswordReset,
    ({ app, actor, params }) => revokePasswordReset(app, actor, params.user_id),
  ),
});
