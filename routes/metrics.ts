import { endpoint } from "../lib/http/endpoint.ts";
import * as api from "../lib/http/contract/operations.ts";
import { metricsResponse } from "../lib/http/metrics_text.ts";
import { handler } from "./$metrics.ts";

export const handlers = handler({
  GET: endpoint(api.getMetrics, ({ app, req }) => metricsResponse(app, req)),
});
