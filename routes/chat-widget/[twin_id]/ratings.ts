import { requireKey } from "../../../lib/http/auth_guard.ts";
import { corsHandlers } from "../../../lib/http/cors.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { rateAnswer } from "../../../lib/conversations/ratings.ts";
import { handler } from "./$ratings.ts";

export const handlers = handler(corsHandlers({
  POST: endpoint(api.widgetRating, async ({ app, req, params, body }) => {
    const { twin } = await requireKey(req, params.twin_id);
    return await rateAnswer(app, twin.id, body);
  }),
}));
