import { requireSecretKey } from "../../../lib/http/auth_guard.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import {
  requireModel,
  viewModel,
} from "../../../lib/http/openai/completion.ts";
import { handler } from "./$[model].ts";

export const handlers = handler({
  GET: endpoint(api.retrieveModel, async ({ req, params }) => {
    const live = await requireSecretKey(req);
    requireModel(live, params.model);
    return viewModel(live.twin);
  }),
});
