import { endpoint } from "../../../../lib/http/endpoint.ts";
import * as api from "../../../../lib/http/contract/operations.ts";
import {
  getModel,
  removeModel,
  setModel,
} from "../../../../lib/models/models.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    api.getModel,
    ({ app, actor, params }) => getModel(app, actor, params.twin_id),
  ),
  PUT: endpoint(
    api.setModel,
    ({ app, actor, params, body }) =>
      setModel(app, actor, params.twin_id, body),
  ),
  DELETE: endpoint(
    api.removeModel,
    ({ app, actor, params }) => removeModel(app, actor, params.twin_id),
  ),
});
