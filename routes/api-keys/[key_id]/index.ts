import { revokeApiKey, updateApiKey } from "../../../lib/keys/api_keys.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as op from "../../../lib/http/contract/operations.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  PATCH: endpoint(
    op.updateApiKey,
    ({ app, actor, params, body }) =>
      updateApiKey(app, actor, params.key_id, body),
  ),
  DELETE: endpoint(
    op.revokeApiKey,
    ({ app, actor, params }) => revokeApiKey(app, actor, params.key_id),
  ),
});
