import { requireTwin, updateTwin } from "../../../lib/twins/twins.ts";
import { viewTwin } from "../../../lib/twins/twin_views.ts";
import { deleteTwin } from "../../../lib/twins/deletion.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    api.getTwin,
    async ({ app, actor, params }) =>
      viewTwin(app, await requireTwin(app, actor, params.twin_id)),
  ),
  PATCH: endpoint(
    api.updateTwin,
    ({ app, actor, params, body }) =>
      updateTwin(app, actor, params.twin_id, body),
  ),
  DELETE: endpoint(
    api.deleteTwin,
    ({ app, actor, params }) => deleteTwin(app, actor, params.twin_id),
  ),
});
