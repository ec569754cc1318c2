import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { createSource, listSources } from "../../../../lib/sources/sources.ts";
import { previewSource } from "../../../../lib/sources/preview_source.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    api.listSources,
    ({ app, actor, params, query }) =>
      listSources(app, actor, params.twin_id, query),
  ),
  POST: endpoint(
    api.createSource,
    async ({ app, actor, params, query, body }) =>
      query.dry_run === "true"
        ? Response.json(await previewSource(app, actor, params.twin_id, body))
        : await createSource(app, actor, params.twin_id, body),
  ),
});
