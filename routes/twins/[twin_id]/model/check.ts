import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as op from "../../../../lib/http/contract/operations.ts";
import { checkModel } from "../../../../lib/models/models.ts";
import { handler } from "./$check.ts";

export const handlers = handler({
  POST: endpoint(
    op.checkModel,
    ({ app, actor, params }) => checkModel(app, actor, params.twin_id),
  ),
});
