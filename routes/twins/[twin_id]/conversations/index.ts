import { findConversations } from "../../../../lib/conversations/search.ts";
import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    api.listConversations,
    ({ app, actor, params, query }) =>
      findConversations(app, actor, params.twin_id, query),
  ),
});
