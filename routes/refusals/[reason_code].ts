import { endpoint } from "../../lib/http/endpoint.ts";
import * as api from "../../lib/http/contract/operations.ts";
import { requireRefusal } from "../../lib/keys/refusals.ts";
import { handler } from "./$[reason_code].ts";

export const handlers = handler({
  GET: endpoint(
    api.getRefusal,
    ({ app, actor, params }) => requireRefusal(app, actor, params.reason_code),
  ),
});
