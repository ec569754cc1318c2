import { requireSecretKey } from "../../../lib/http/auth_guard.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { completionResponse } from "../../../lib/http/openai/response.ts";
import { handler } from "./$completions.ts";

export const handlers = handler({
  POST: endpoint(
    api.createChatCompletion,
    async ({ call, req, body }) =>
      completionResponse(call, req, await requireSecretKey(req), body),
  ),
});
