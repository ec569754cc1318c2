import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import { checkModel } from "../../../../lib/models/models.ts";
import { handler } from "./$check.ts";

export const handlers = handler({
  POST: endpoint(
    api.checkModel,
    ({ app, actor, params }) => checkModel(app, actor, params.twin_id),
  ),
});
