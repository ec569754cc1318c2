import { restoreTwin } from "../../../lib/twins/deletion.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { handler } from "./$restore.ts";

export const handlers = handler({
  POST: endpoint(
    api.restoreTwin,
    ({ app, actor, params }) => restoreTwin(app, actor, params.twin_id),
  ),
});
