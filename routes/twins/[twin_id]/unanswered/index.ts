import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { listUnanswered } from "../../../../lib/conversations/unanswered.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    api.listUnanswered,
    ({ app, actor, params, query }) =>
      listUnanswered(app, actor, params.twin_id, query),
  ),
});
