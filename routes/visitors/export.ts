import { exportVisitor } from "../../lib/conversations/visitor_data.ts";
import { endpoint } from "../../lib/http/endpoint.ts";
import * as api from "../../lib/http/contract/operations.ts";
import { handler } from "./$export.ts";

export const handlers = handler({
  POST: endpoint(
    api.exportVisitor,
    ({ app, actor, body }) => exportVisitor(app, actor, body),
  ),
});
