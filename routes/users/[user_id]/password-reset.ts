import { createPasswordReset } from "../../../lib/accounts/password_resets.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as op from "../../../lib/http/contract/operations.ts";
import { handler } from "./$password-reset.ts";

export const handlers = handler({
  POST: endpoint(
    op.createPasswordReset,
    ({ app, actor, params }) => createPasswordReset(app, actor, params.user_id),
  ),
});
