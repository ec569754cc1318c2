import { rateAnswer } from "../../../lib/conversations/ratings.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { openHandle } from "../../../lib/pages/handles.ts";
import { handler } from "./$[handle].ts";

export const handlers = handler({
  POST: endpoint(api.handleRating, async ({ app, call, params, body }) => {
    const share = await openHandle(call, params.handle, ["/public/ratings/"]);
    if (share instanceof Response) return share;
    return await rateAnswer(app, share.twin.id, body);
  }),
});
