import { listAudit } from "../../lib/audit/audit.ts";
import { endpoint } from "../../lib/http/endpoint.ts";
import * as api from "../../lib/http/contract/operations.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    api.listAuditLog,
    ({ app, actor, query }) => listAudit(app, actor, query),
  ),
});
