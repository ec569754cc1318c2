import { leaveEmail } from "../../../lib/conversations/leads.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { openHandle } from "../../../lib/pages/handles.ts";
import { handler } from "./$[handle].ts";

export const handlers = handler({
  POST: endpoint(api.handleLead, async ({ app, call, params, body }) => {
    const share = await openHandle(call, params.handle, ["/public/leads/"]);
    if (share instanceof Response) return share;
    await leaveEmail(app, share.twin.id, {
      ...body,
      accept_language: call.language,
    });
    return { ok: true as const };
  }),
});
