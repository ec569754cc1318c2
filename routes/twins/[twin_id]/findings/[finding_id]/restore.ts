import { restoreFinding } from "../../../../../lib/findings/findings.ts";
import { endpoint } from "../../../../../lib/http/endpoint.ts";
import * as api from "../../../../../lib/http/contract/operations.ts";
import { handler } from "./$restore.ts";

export const handlers = handler({
  POST: endpoint(
    api.restoreFinding,
    ({ app, actor, params }) =>
      restoreFinding(app, actor, params.twin_id, params.finding_id),
  ),
});
