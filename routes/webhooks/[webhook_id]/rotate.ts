import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { rotateSecret } from "../../../lib/webhooks/rotation.ts";
import { handler } from "./$rotate.ts";

export const handlers = handler({
  POST: endpoint(
    api.rotateWebhook,
    ({ app, actor, params, body }) =>
      rotateSecret(app, actor, params.webhook_id, body),
  ),
});
