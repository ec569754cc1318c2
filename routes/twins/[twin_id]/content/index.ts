import { createContent } from "../../../../lib/content/content.ts";
import { findContent } from "../../../../lib/content/search.ts";
import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    api.listContent,
    ({ app, actor, params, query }) =>
      findContent(app, actor, params.twin_id, query),
  ),
  POST: endpoint(
    api.createContent,
    ({ app, actor, params, body }) =>
      createContent(app, actor, params.twin_id, body),
  ),
});
