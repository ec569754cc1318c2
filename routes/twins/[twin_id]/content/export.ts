import { exportContent } from "../../../../lib/content/archive.ts";
import { download } from "../../../../lib/http/download.ts";
import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { handler } from "./$export.ts";

export const handlers = handler({
  GET: endpoint(api.exportContent, async ({ app, call, actor, params }) => {
    const pieces = exportContent(app, actor, params.twin_id);
    return await download(call, pieces, { name: "content", format: "json" });
  }),
});
