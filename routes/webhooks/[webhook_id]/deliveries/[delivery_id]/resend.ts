import { endpoint } from "../../../../../lib/http/endpoint.ts";
import * as api from "../../../../../lib/http/contract/operations.ts";
import { resendDelivery } from "../../../../../lib/webhooks/deliveries.ts";
import { handler } from "./$resend.ts";

export const handlers = handler({
  POST: endpoint(api.resendDelivery, async ({ app, actor, params }) => {
    const { webhook_id, delivery_id } = params;
    const sent = await resendDelivery(app, actor, webhook_id, delivery_id);
    void app.jobs.wake();
    return sent;
  }),
});
