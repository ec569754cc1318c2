import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { leadResponse } from "../../../lib/pages/leads.ts";
import { openHandle } from "../../../lib/pages/handles.ts";
import { handler } from "./$[handle].ts";

export const handlers = handler({
  POST: endpoint(api.handleLead, async ({ call, req, params, body }) => {
    const share = await openHandle(call, params.handle, ["/public/leads/"]);
    if (share instanceof Response) return share;
    return await leadResponse(req, share.twin.id, body);
  }),
});
