import { endpoint } from "../../../lib/http/endpoint.ts";
import * as op from "../../../lib/http/operations.ts";
import { checkForLeaks } from "../../../lib/leak_check.ts";
import { handler } from "./$leak-check.ts";

export const handlers = handler({
  POST: endpoint(
    op.checkForLeaks,
    ({ app, actor, params }) => checkForLeaks(app, actor, params.twin_id),
  ),
});
