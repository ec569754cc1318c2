import { restoreContent } from "../../../../../lib/content/deletion.ts";
import { endpoint } from "../../../../../lib/http/endpoint.ts";
import * as api from "../../../../../lib/http/contract/operations.ts";
import { handler } from "./$restore.ts";

export const handlers = handler({
  POST: endpoint(
    api.restoreContent,
    ({ app, actor, params }) =>
      restoreContent(app, actor, params.twin_id, params.content_id),
  ),
});
