import { importPage } from "../../../../lib/content/page_import.ts";
import { previewPage } from "../../../../lib/intake/preview.ts";
import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { handler } from "./$import-url.ts";

export const handlers = handler({
  POST: endpoint(
    api.importPage,
    async ({ app, actor, params, query, body }) =>
      query.dry_run === "true"
        ? Response.json(await previewPage(app, actor, params.twin_id, body))
        : await importPage(app, actor, params.twin_id, body),
  ),
});
