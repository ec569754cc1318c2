import { endpoint } from "../../../../../../lib/http/endpoint.ts";
import * as api from "../../../../../../lib/http/contract/operations.ts";
import { listVersions } from "../../../../../../lib/content/drafts.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    api.listVersions,
    ({ app, actor, params }) =>
      listVersions(app, actor, params.twin_id, params.content_id),
  ),
});
