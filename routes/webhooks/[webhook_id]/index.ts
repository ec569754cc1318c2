import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import {
  deleteWebhook,
  updateWebhook,
} from "../../../lib/webhooks/webhooks.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  PATCH: endpoint(
    api.updateWebhook,
    ({ app, actor, params, body }) =>
      updateWebhook(app, actor, params.webhook_id, body),
  ),
  DELETE: endpoint(
    api.deleteWebhook,
    ({ app, actor, params }) => deleteWebhook(app, actor, params.webhook_id),
  ),
});
