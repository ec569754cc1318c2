import type { ErrorCode } from "../errors.ts";
import type { Call } from "./call.ts";
import { completionErrorResponse } from "./openai_refusal.ts";
import { problemResponse, showError } from "./problem.ts";

/** An error as a response in the form of the protocol that was spoken. */
export function errorResponse(call: Call, error: unknown): Response {
  if (call.protocol === "openai") {
    return completionErrorResponse(showError(call, error));
  }
  if (call.protocol === "json_rpc") return rpcErrorResponse(call, error);
  return problemResponse(call, error);
}

/** JSON-RPC 2.0's own codes: of a body that is no JSON, and of one that is no message. */
const RPC_CODES: Partial<Record<ErrorCode, number>> = {
  bad_request: -32_700,
  invalid_input: -32_600,
};
/** Its first one that is free for servers. */
const SERVER_ERROR = -32_000;

/** The problem as an answer of JSON-RPC to a message whose id is not known yet. */
function rpcErrorResponse(call: Call, error: unknown): Response {
  const { problem, headers } = showError(call, error);
  const code = RPC_CODES[problem.code] ?? SERVER_ERROR;
  const told = { code, message: problem.detail, data: problem };
  return Response.json({ jsonrpc: "2.0", id: null, error: told }, {
    status: problem.status,
    headers,
  });
}
