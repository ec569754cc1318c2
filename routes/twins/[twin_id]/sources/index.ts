import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { createSource, listSources } from "../../../../lib/sources/sources.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    api.listSources,
    ({ app, actor, params, query }) =>
      listSources(app, actor, params.twin_id, query),
  ),
  POST: endpoint(
    api.createSource,
    ({ app, actor, params, body }) =>
      createSource(app, actor, params.twin_id, body),
  ),
});
