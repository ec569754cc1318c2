import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { listDeliveries } from "../../../../lib/webhooks/deliveries.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    api.listDeliveries,
    ({ app, actor, params, query }) =>
      listDeliveries(app, actor, params.webhook_id, query),
  ),
});
