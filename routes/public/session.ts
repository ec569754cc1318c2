import { describeSession } from "../../lib/conversations/visitor_view.ts";
import { endVisitorSession } from "../../lib/conversations/sessions.ts";
import { sessionIdOf } from "../../lib/http/session_header.ts";
import { endpoint } from "../../lib/http/endpoint.ts";
import * as api from "../../lib/http/contract/operations.ts";
import { handler } from "./$session.ts";

export const handlers = handler({
  GET: endpoint(
    api.getSession,
    ({ app, req }) => describeSession(app, sessionIdOf(req)),
  ),
  DELETE: endpoint(
    api.deleteSession,
    ({ app, req }) => endVisitorSession(app, sessionIdOf(req)),
  ),
});
