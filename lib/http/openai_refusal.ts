import type { ErrorCode } from "../errors.ts";
import type { CompletionError } from "../schemas/completion.ts";
import type { ShownError } from "./problem.ts";

/** OpenAI's types of errors; the status is kept, except that invalid input is 400. */
const KINDS: Partial<
  Record<ErrorCode, { type: string; code: string | null; status?: number }>
> = {
  unauthorized: { type: "invalid_request_error", code: "invalid_api_key" },
  forbidden: { type: "permission_error", code: "insufficient_permissions" },
  not_found: { type: "invalid_request_error", code: "unknown_url" },
  invalid_input: {
    type: "invalid_request_error",
    code: "invalid_value",
    status: 400,
  },
  rate_limited: { type: "requests", code: "rate_limit_exceeded" },
  internal: { type: "server_error", code: null },
  unavailable: { type: "server_error", code: "service_unavailable" },
};

/** A problem in OpenAI's format. */
export function completionError({ problem }: ShownError): CompletionError {
  const { reason_code } = problem;
  const { type, code } = KINDS[problem.code] ??
    { type: "invalid_request_error", code: problem.code };
  const param = problem.issues?.[0]?.path;
  return {
    error: {
      message: messageOf(problem),
      type,
      param: param ? bracketed(param) : null,
      code: problem.code === "not_found" && param === "model"
        ? "model_not_found"
        : code,
      ...(reason_code ? { reason_code } : {}),
    },
  };
}

/** All issues in one text, as OpenAI's format has no list of them. */
function messageOf({ detail, issues = [] }: ShownError["problem"]): string {
  if (issues.length === 0) return detail;
  const each = issues.map(({ path, message }) =>
    path ? `${bracketed(path)}: ${message}` : message
  );
  return `${each.join(". ").replace(/\.$/, "")}.`;
}

/** Converts the path `messages.0.content` to OpenAI's `messages[0].content`. */
function bracketed(path: string): string {
  return path.replace(/\.(\d+)/g, "[$1]");
}

/** The problem as a response in OpenAI's format. */
export function completionErrorResponse(shown: ShownError): Response {
  const { problem: { code, status }, headers } = shown;
  return Response.json(completionError(shown), {
    status: KINDS[code]?.status ?? status,
    headers,
  });
}
