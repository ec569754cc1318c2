import { exportAudit } from "../../lib/audit/chain.ts";
import { download } from "../../lib/http/download.ts";
import { endpoint } from "../../lib/http/endpoint.ts";
import * as api from "../../lib/http/contract/operations.ts";
import { handler } from "./$export.ts";

export const handlers = handler({
  GET: endpoint(
    api.exportAuditLog,
    async ({ app, call, actor }) =>
      await download(call, exportAudit(app, actor), {
        ...{ name: "audit-log", format: "jsonl" },
      }),
  ),
});
