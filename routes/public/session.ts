import {
  describeSession,
  endVisitorSession,
} from "../../lib/conversations/sessions.ts";
import { sessionIdOf } from "../../lib/http/session_header.ts";
import { endpoint } from "../../lib/http/endpoint.ts";
import * as op from "../../lib/http/contract/operations.ts";
import { handler } from "./$session.ts";

export const handlers = handler({
  GET: endpoint(
    op.getSession,
    ({ app, req }) => describeSession(app, sessionIdOf(req)),
  ),
  DELETE: endpoint(
    op.deleteSession,
    ({ app, req }) => endVisitorSession(app, sessionIdOf(req)),
  ),
});
