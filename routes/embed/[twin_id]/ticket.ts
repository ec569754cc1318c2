import { verifyApiKey } from "../../../lib/keys/verification.ts";
import { mintTicket } from "../../../lib/keys/tickets.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { handler } from "./$ticket.ts";

export const handlers = handler({
  GET: endpoint(api.renewTicket, async ({ app, params, query }) => {
    const live = await verifyApiKey(app, query.key, params.twin_id);
    return await mintTicket(app, live);
  }),
});
