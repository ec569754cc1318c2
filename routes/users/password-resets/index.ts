import * as api from "../../../lib/http/contract/operations.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import { listPasswordResets } from "../../../lib/team/password_links.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    api.listPasswordResets,
    ({ app, actor, query }) => listPasswordResets(app, actor, query),
  ),
});
