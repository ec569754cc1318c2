import { endpoint } from "../../lib/http/endpoint.ts";
import * as api from "../../lib/http/contract/operations.ts";
import { createWebhook, listWebhooks } from "../../lib/webhooks/webhooks.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    api.listWebhooks,
    ({ app, actor, query }) => listWebhooks(app, actor, query),
  ),
  POST: endpoint(
    api.createWebhook,
    ({ app, actor, body }) => createWebhook(app, actor, body),
  ),
});
