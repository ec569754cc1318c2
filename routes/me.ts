import { deleteAccount } from "../lib/account_deletion.ts";
import { describeActor } from "../lib/accounts.ts";
import { endpoint } from "../lib/http/endpoint.ts";
import * as op from "../lib/http/operations.ts";
import { handler } from "./$me.ts";

export const handlers = handler({
  GET: endpoint(op.getMe, ({ app, actor }) => describeActor(app, actor)),
  DELETE: endpoint(
    op.deleteAccount,
    ({ app, actor, body }) => deleteAccount(app, actor, body.current_password),
  ),
});
