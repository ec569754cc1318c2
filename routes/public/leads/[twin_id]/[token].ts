import { requireShare } from "../../../../lib/sharing/share_links.ts";
import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { leadResponse } from "../../../../lib/pages/leads.ts";
import { handler } from "./$[token].ts";

export const handlers = handler({
  POST: endpoint(api.publicLead, async ({ app, req, params, body }) => {
    const { twin } = await requireShare(app, params.twin_id, params.token);
    return await leadResponse(req, twin.id, body);
  }),
});
