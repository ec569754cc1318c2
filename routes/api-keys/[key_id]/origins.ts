import { listKeyOrigins } from "../../../lib/keys/callers.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { handler } from "./$origins.ts";

export const handlers = handler({
  GET: endpoint(
    api.listKeyOrigins,
    ({ app, actor, params }) => listKeyOrigins(app, actor, params.key_id),
  ),
});
