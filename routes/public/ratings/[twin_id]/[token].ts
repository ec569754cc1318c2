import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { rateAnswer } from "../../../../lib/conversations/ratings.ts";
import { requireShare } from "../../../../lib/sharing/share_links.ts";
import { handler } from "./$[token].ts";

export const handlers = handler({
  POST: endpoint(api.publicRating, async ({ app, params, body }) => {
    const { twin } = await requireShare(app, params.twin_id, params.token);
    return await rateAnswer(app, twin.id, body);
  }),
});
