import {
  deleteTwin,
  requireTwin,
  updateTwin,
  viewTwin,
} from "../../../lib/twins/twins.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as op from "../../../lib/http/contract/operations.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    op.getTwin,
    async ({ app, actor, params }) =>
      viewTwin(app, await requireTwin(app, actor, params.twin_id)),
  ),
  PATCH: endpoint(
    op.updateTwin,
    ({ app, actor, params, body }) =>
      updateTwin(app, actor, params.twin_id, body),
  ),
  DELETE: endpoint(
    op.deleteTwin,
    ({ app, actor, params }) => deleteTwin(app, actor, params.twin_id),
  ),
});
