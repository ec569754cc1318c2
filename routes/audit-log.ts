import { listAudit } from "../lib/audit.ts";
import { endpoint } from "../lib/http/endpoint.ts";
import * as op from "../lib/http/contract/operations.ts";
import { handler } from "./$audit-log.ts";

export const handlers = handler({
  GET: endpoint(
    op.listAuditLog,
    ({ app, actor, query }) => listAudit(app, actor, query),
  ),
});
