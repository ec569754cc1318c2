import { endpoint } from "../../../../../lib/http/endpoint.ts";
import * as api from "../../../../../lib/http/contract/operations.ts";
import { discardDraft } from "../../../../../lib/content/drafts.ts";
import { handler } from "./$draft.ts";

export const handlers = handler({
  DELETE: endpoint(
    api.discardDraft,
    ({ app, actor, params }) =>
      discardDraft(app, actor, params.twin_id, params.content_id),
  ),
});
