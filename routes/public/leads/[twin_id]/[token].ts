import { leaveEmail } from "../../../../lib/conversations/leads.ts";
import { requireShare } from "../../../../lib/sharing/share_links.ts";
import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { handler } from "./$[token].ts";

export const handlers = handler({
  POST: endpoint(api.publicLead, async ({ app, call, params, body }) => {
    const { twin } = await requireShare(app, params.twin_id, params.token);
    await leaveEmail(app, twin.id, {
      ...body,
      accept_language: call.language,
    });
    return { ok: true as const };
  }),
});
