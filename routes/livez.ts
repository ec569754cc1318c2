import { endpoint } from "../lib/http/endpoint.ts";
import * as api from "../lib/http/contract/operations.ts";
import { handler } from "./$livez.ts";

export const handlers = handler({
  GET: endpoint(
    api.getLife,
    () => Promise.resolve({ status: "ok" as const }),
  ),
});
