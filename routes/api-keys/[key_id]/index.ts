import { revokeApiKey, updateApiKey } from "../../../lib/keys/api_keys.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  PATCH: endpoint(
    api.updateApiKey,
    ({ app, actor, params, body }) =>
      updateApiKey(app, actor, params.key_id, body),
  ),
  DELETE: endpoint(
    api.revokeApiKey,
    ({ app, actor, params }) => revokeApiKey(app, actor, params.key_id),
  ),
});
