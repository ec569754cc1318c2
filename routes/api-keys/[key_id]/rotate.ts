import { rotateApiKey } from "../../../lib/keys/rotation.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { handler } from "./$rotate.ts";

export const handlers = handler({
  POST: endpoint(
    api.rotateApiKey,
    ({ app, actor, params, body }) =>
      rotateApiKey(app, actor, params.key_id, body),
  ),
});
