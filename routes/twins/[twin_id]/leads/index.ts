import { listLeads } from "../../../../lib/conversations/leads.ts";
import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    api.listLeads,
    ({ app, actor, params, query }) =>
      listLeads(app, actor, params.twin_id, query),
  ),
});
