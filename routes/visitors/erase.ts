import { eraseVisitor } from "../../lib/conversations/visitor_data.ts";
import { endpoint } from "../../lib/http/endpoint.ts";
import * as api from "../../lib/http/contract/operations.ts";
import { handler } from "./$erase.ts";

export const handlers = handler({
  POST: endpoint(
    api.eraseVisitor,
    ({ app, actor, body }) => eraseVisitor(app, actor, body),
  ),
});
