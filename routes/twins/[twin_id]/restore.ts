import { restoreTwin } from "../../../lib/twins/twins.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as op from "../../../lib/http/contract/operations.ts";
import { handler } from "./$restore.ts";

export const handlers = handler({
  POST: endpoint(
    op.restoreTwin,
    ({ app, actor, params }) => restoreTwin(app, actor, params.twin_id),
  ),
});
