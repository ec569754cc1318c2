import { AppError } from "../lib/errors.ts";
import { endpoint } from "../lib/http/endpoint.ts";
import * as api from "../lib/http/contract/operations.ts";
import { handler } from "./$healthz.ts";

export const handlers = handler({
  GET: endpoint(api.getHealth, async ({ app }) => {
    if (await app.health.isHealthy(app)) return { status: "ok" as const };
    throw new AppError("unavailable", "The store does not respond.");
  }),
});
