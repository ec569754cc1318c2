import { leaveEmail } from "../../../lib/conversations/leads.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import { corsHandlers } from "../../../lib/http/cors.ts";
import { requireKey } from "../../../lib/http/auth_guard.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { handler } from "./$leads.ts";

export const handlers = handler(corsHandlers({
  POST: endpoint(api.widgetLead, async ({ app, call, req, params, body }) => {
    const { twin } = await requireKey(req, params.twin_id);
    await leaveEmail(app, twin.id, {
      ...body,
      accept_language: call.language,
    });
    return { ok: true as const };
  }),
}));
