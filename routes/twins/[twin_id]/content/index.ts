import { createContent } from "../../../../lib/content/content.ts";
import { findContent } from "../../../../lib/content/search.ts";
import { previewText } from "../../../../lib/intake/preview.ts";
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
    async ({ app, actor, params, query, body }) =>
      query.dry_run === "true"
        ? Response.json(await previewText(app, actor, params.twin_id, body))
        : await createContent(app, actor, params.twin_id, {
          ...body,
          ...query.draft === "true" ? { is_draft: true } : {},
        }),
  ),
});
