import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { testWebhook } from "../../../lib/webhooks/deliveries.ts";
import { handler } from "./$test.ts";

export const handlers = handler({
  POST: endpoint(api.testWebhook, async ({ app, actor, params }) => {
    const delivery = await testWebhook(app, actor, params.webhook_id);
    void app.jobs.wake();
    return delivery;
  }),
});
