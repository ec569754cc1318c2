import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { listTwinJobs } from "../../../../lib/twins/twin_jobs.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    api.listJobs,
    ({ app, actor, params, query }) =>
      listTwinJobs(app, actor, params.twin_id, query),
  ),
});
