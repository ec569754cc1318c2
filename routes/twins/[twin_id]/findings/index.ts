import { listFindings } from "../../../../lib/findings/findings.ts";
import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    api.listFindings,
    ({ app, actor, params, query }) =>
      listFindings(app, actor, params.twin_id, query),
  ),
});
