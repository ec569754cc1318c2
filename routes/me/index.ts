import { deleteAccount } from "../../lib/accounts/delete_account.ts";
import { describeActor } from "../../lib/accounts/accounts.ts";
import { endpoint } from "../../lib/http/endpoint.ts";
import * as api from "../../lib/http/contract/operations.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(api.getMe, ({ app, actor }) => describeActor(app, actor)),
  DELETE: endpoint(
    api.deleteAccount,
    ({ app, actor, body }) => deleteAccount(app, actor, body.current_password),
  ),
});
