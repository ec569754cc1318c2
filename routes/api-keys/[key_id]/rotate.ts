import { rotateApiKey } from "../../../lib/api_key_rotation.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as op from "../../../lib/http/operations.ts";
import { handler } from "./$rotate.ts";

export const handlers = handler({
  POST: endpoint(
    op.rotateApiKey,
    ({ app, actor, params, body }) =>
      rotateApiKey(app, actor, params.key_id, body.overlap_seconds),
  ),
});
