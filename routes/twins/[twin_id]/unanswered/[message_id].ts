import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { dismissUnanswered } from "../../../../lib/conversations/dismissals.ts";
import { handler } from "./$[message_id].ts";

export const handlers = handler({
  DELETE: endpoint(api.dismissUnanswered, async ({ app, actor, params }) => {
    await dismissUnanswered(app, actor, params.twin_id, params.message_id);
  }),
});
