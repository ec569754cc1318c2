import type { ErrorCode } from "../errors.ts";
import type { Call } from "./call.ts";
import { completionErrorResponse } from "./openai_refusal.ts";
import { problemResponse, showError } from "./problem.ts";

/** An error as a response in the format of the request's protocol. */
export function errorResponse(call: Call, error: unknown): Response {
  if (call.protocol === "openai") {
    return completionErrorResponse(showError(call, error));
  }
  if (call.protocol === "json_rpc") return rpcErrorResponse(call, error);
  return problemResponse(call, error);
}

/** JSON-RPC 2.0's own codes: for a body that is not JSON, and for one that is not a message. */
const RPC_CODES: Partial<Record<ErrorCode, number>> = {
  bad_request: -32_700,
  invalid_input: -32_600,
};
/** The first code reserved for servers. */
const SERVER_ERROR = -32_000;

/** The problem as a JSON-RPC response to a message whose id is not known yet. */
function rpcErrorResponse(call: Call, error: unknown): Response {
  const { problem, headers } = showError(call, error);
  const code = RPC_CODES[problem.code] ?? SERVER_ERROR;
  const told = { code, message: problem.detail, data: problem };
  return Response.json({ jsonrpc: "2.0", id: null, error: told }, {
    status: problem.status,
    headers,
  });
}
