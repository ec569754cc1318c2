import { dismissFinding } from "../../../../../lib/findings/findings.ts";
import { endpoint } from "../../../../../lib/http/endpoint.ts";
import * as api from "../../../../../lib/http/contract/operations.ts";
import { handler } from "./$dismiss.ts";

export const handlers = handler({
  POST: endpoint(
    api.dismissFinding,
    ({ app, actor, params }) =>
      dismissFinding(app, actor, params.twin_id, params.finding_id),
  ),
});
