import { createApiKey, listApiKeys } from "../../lib/keys/api_keys.ts";
import { endpoint } from "../../lib/http/endpoint.ts";
import * as api from "../../lib/http/contract/operations.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    api.listApiKeys,
    ({ app, actor, query }) => listApiKeys(app, actor, query),
  ),
  POST: endpoint(
    api.createApiKey,
    ({ app, actor, body }) => createApiKey(app, actor, body),
  ),
});
