import { endpoint } from "../../../../../lib/http/endpoint.ts";
import * as api from "../../../../../lib/http/contract/operations.ts";
import { cancelTwinJob } from "../../../../../lib/twins/twin_jobs.ts";
import { handler } from "./$cancel.ts";

export const handlers = handler({
  POST: endpoint(
    api.cancelJob,
    ({ app, actor, params }) =>
      cancelTwinJob(app, actor, params.twin_id, params.job_id),
  ),
});
