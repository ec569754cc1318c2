import { openApiDocument } from "../../lib/http/contract/openapi.ts";
import { endpoint } from "../../lib/http/endpoint.ts";
import * as api from "../../lib/http/contract/operations.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    api.getOpenApi,
    async ({ app }) =>
      new Response(await openApiDocument(app.config.base_url), {
        headers: { "content-type": "application/json" },
      }),
  ),
});
