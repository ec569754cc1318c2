import { endpoint } from "../../../../../lib/http/endpoint.ts";
import * as api from "../../../../../lib/http/contract/operations.ts";
import { retryTwinJob } from "../../../../../lib/twins/twin_jobs.ts";
import { handler } from "./$retry.ts";

export const handlers = handler({
  POST: endpoint(
    api.retryJob,
    ({ app, actor, params }) =>
      retryTwinJob(app, actor, params.twin_id, params.job_id),
  ),
});
