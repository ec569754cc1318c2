import { describeSession } from "../../../lib/conversations/visitor_view.ts";
import { endVisitorSession } from "../../../lib/conversations/sessions.ts";
import { sessionIdOf } from "../../../lib/http/session_header.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import { corsHandlers } from "../../../lib/http/cors.ts";
import { requireKey } from "../../../lib/http/auth_guard.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { handler } from "./$session.ts";

export const handlers = handler(corsHandlers({
  GET: endpoint(api.getWidgetSession, async ({ app, req, params }) => {
    await requireKey(req, params.twin_id);
    return describeSession(app, sessionIdOf(req), params.twin_id);
  }),
  DELETE: endpoint(api.deleteWidgetSession, async ({ app, req, params }) => {
    await requireKey(req, params.twin_id);
    await endVisitorSession(app, sessionIdOf(req), params.twin_id);
  }),
}));
