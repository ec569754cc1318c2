import { endpoint } from "../../../../../lib/http/endpoint.ts";
import * as api from "../../../../../lib/http/contract/operations.ts";
import { readSourceAgain } from "../../../../../lib/sources/sources.ts";
import { handler } from "./$read.ts";

export const handlers = handler({
  POST: endpoint(
    api.readSource,
    ({ app, actor, params }) =>
      readSourceAgain(app, actor, params.twin_id, params.source_id),
  ),
});
