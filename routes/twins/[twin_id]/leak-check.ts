import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { checkForLeaks } from "../../../lib/chat/leak_check.ts";
import { handler } from "./$leak-check.ts";

export const handlers = handler({
  POST: endpoint(
    api.checkForLeaks,
    ({ app, actor, params }) => checkForLeaks(app, actor, params.twin_id),
  ),
});
