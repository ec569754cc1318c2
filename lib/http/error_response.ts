import type { Call } from "./call.ts";
import { completionErrorResponse } from "./openai_refusal.ts";
import { problemResponse, showError } from "./problem.ts";

/** An error as a response in the form of the protocol that was spoken. */
export function errorResponse(call: Call, error: unknown): Response {
  if (call.protocol === "openai") {
    return completionErrorResponse(showError(call, error));
  }
  return problemResponse(call, error);
}
