import { exportConversations } from "../../../../lib/conversations/exports.ts";
import { download } from "../../../../lib/http/download.ts";
import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { handler } from "./$export.ts";

export const handlers = handler({
  GET: endpoint(api.exportConversations, async (
    { app, call, actor, params, query: { format } },
  ) => {
    const pieces = exportConversations(app, actor, params.twin_id, format);
    return await download(call, pieces, { name: "conversations", format });
  }),
});
