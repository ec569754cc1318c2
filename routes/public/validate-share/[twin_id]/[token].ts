import { requireShare } from "../../../../lib/sharing/share_links.ts";
import { viewPublicTwin } from "../../../../lib/twins/twin_views.ts";
import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { handler } from "./$[token].ts";

export const handlers = handler({
  GET: endpoint(api.validateShare, async ({ app, params }) => {
    const { twin } = await requireShare(app, params.twin_id, params.token);
    return { valid: true as const, twin: viewPublicTwin(app, twin) };
  }),
});
