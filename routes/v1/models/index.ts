import { requireSecretKey } from "../../../lib/http/auth_guard.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { viewModel } from "../../../lib/http/openai/completion.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(api.listModels, async ({ req }) => {
    const { twin } = await requireSecretKey(req);
    return { object: "list" as const, data: [viewModel(twin)] };
  }),
});
