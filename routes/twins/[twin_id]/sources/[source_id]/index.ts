import { endpoint } from "../../../../../lib/http/endpoint.ts";
import * as api from "../../../../../lib/http/contract/operations.ts";
import {
  deleteSource,
  updateSource,
} from "../../../../../lib/sources/sources.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  PATCH: endpoint(
    api.updateSource,
    ({ app, actor, params, body }) =>
      updateSource(app, actor, params.twin_id, params.source_id, body),
  ),
  DELETE: endpoint(
    api.deleteSource,
    ({ app, actor, params }) =>
      deleteSource(app, actor, params.twin_id, params.source_id),
  ),
});
