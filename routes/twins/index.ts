import { createTwin, listTwins } from "../../lib/twins/twins.ts";
import { endpoint } from "../../lib/http/endpoint.ts";
import * as api from "../../lib/http/contract/operations.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    api.listTwins,
    ({ app, actor, query }) => listTwins(app, actor, query),
  ),
  POST: endpoint(
    api.createTwin,
    ({ app, actor, body }) => createTwin(app, actor, body),
  ),
});
