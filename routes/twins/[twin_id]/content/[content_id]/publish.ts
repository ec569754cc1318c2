import { endpoint } from "../../../../../lib/http/endpoint.ts";
import * as api from "../../../../../lib/http/contract/operations.ts";
import { publishDraft } from "../../../../../lib/content/drafts.ts";
import { handler } from "./$publish.ts";

export const handlers = handler({
  POST: endpoint(
    api.publishDraft,
    ({ app, actor, params }) =>
      publishDraft(app, actor, params.twin_id, params.content_id),
  ),
});
