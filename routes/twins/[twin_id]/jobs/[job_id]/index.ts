import { endpoint } from "../../../../../lib/http/endpoint.ts";
import * as api from "../../../../../lib/http/contract/operations.ts";
import { getTwinJob } from "../../../../../lib/twins/twin_jobs.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    api.getJob,
    ({ app, actor, params }) =>
      getTwinJob(app, actor, params.twin_id, params.job_id),
  ),
});
