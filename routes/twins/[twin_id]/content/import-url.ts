import { importPage } from "../../../../lib/content/page_import.ts";
import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { handler } from "./$import-url.ts";

export const handlers = handler({
  POST: endpoint(
    api.importPage,
    ({ app, actor, params, body }) =>
      importPage(app, actor, params.twin_id, body),
  ),
});
