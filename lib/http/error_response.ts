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

/** JSON-RPC 2.0's own codes of a body that is no JSON, and of one that is no message; and its first that is free for servers. */
const [PARSE_ERROR, INVALID_REQUEST] = [-32_700, -32_600];
const SERVER_ERROR = -32_000;

/** The problem as an answer of JSON-RPC to a message whose id is not known yet. */
function rpcErrorResponse(call: Call, error: unknown): Response {
  const { problem, headers } = showError(call, error);
  const is_invalid = problem.code === "invalid_input";
  const code = problem.code === "bad_request"
    ? PARSE_ERROR
    : is_invalid
    ? INVALID_REQUEST
    : SERVER_ERROR;
  const told = { code, message: problem.detail, data: problem };
  return Response.json({ jsonrpc: "2.0", id: null, error: told }, {
    status: problem.status,
    headers,
  });
}
