import { updateContent } from "../../../../../lib/content/content.ts";
import { saveDraft } from "../../../../../lib/content/drafts.ts";
import { parse } from "../../../../../lib/http/body.ts";
import { draftInput } from "../../../../../lib/schemas/content.ts";
import { getContent } from "../../../../../lib/content/listing.ts";
import { deleteContent } from "../../../../../lib/content/deletion.ts";
import { endpoint } from "../../../../../lib/http/endpoint.ts";
import * as api from "../../../../../lib/http/contract/operations.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    api.getContent,
    ({ app, actor, params }) =>
      getContent(app, actor, params.twin_id, params.content_id),
  ),
  PATCH: endpoint(
    api.updateContent,
    ({ app, actor, params, query, body }) =>
      query.draft === "true"
        ? saveDraft(
          app,
          actor,
          params.twin_id,
          params.content_id,
          parse(draftInput, body),
        )
        : updateContent(app, actor, params.twin_id, params.content_id, body),
  ),
  DELETE: endpoint(
    api.deleteContent,
    ({ app, actor, params }) =>
      deleteContent(app, actor, params.twin_id, params.content_id),
  ),
});
