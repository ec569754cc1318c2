import { changeSeveral } from "../../../../lib/content/bulk.ts";
import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { handler } from "./$bulk.ts";

export const handlers = handler({
  POST: endpoint(
    api.changeSeveralContents,
    async ({ app, actor, params, body }) => ({
      changed: await changeSeveral(app, actor, params.twin_id, body),
    }),
  ),
});
