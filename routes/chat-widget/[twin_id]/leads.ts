import { endpoint } from "../../../lib/http/endpoint.ts";
import { corsHandlers } from "../../../lib/http/cors.ts";
import { requireKey } from "../../../lib/http/auth_guard.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { leadResponse } from "../../../lib/pages/leads.ts";
import { handler } from "./$leads.ts";

export const handlers = handler(corsHandlers({
  POST: endpoint(api.widgetLead, async ({ req, params, body }) => {
    const { twin } = await requireKey(req, params.twin_id);
    return await leadResponse(req, twin.id, body);
  }),
}));
