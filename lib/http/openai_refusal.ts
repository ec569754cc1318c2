import type { ErrorCode } from "../errors.ts";
import type { CompletionError } from "../schemas/completion.ts";
import type { ShownError } from "./problem.ts";

/** What OpenAI's clients know a refusal by; the status stays, but for an input that is 400 with them. */
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

/** A problem in OpenAI's form. */
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

/** All that is wrong, in one text: OpenAI's form has no list of it. */
function messageOf({ detail, issues = [] }: ShownError["problem"]): string {
  if (issues.length === 0) return detail;
  const each = issues.map(({ path, message }) =>
    path ? `${bracketed(path)}: ${message}` : message
  );
  return `${each.join(". ").replace(/\.$/, "")}.`;
}

/** `messages.0.content` as OpenAI spells it: `messages[0].content`. */
function bracketed(path: string): string {
  return path.replace(/\.(\d+)/g, "[$1]");
}

/** The problem as a response of OpenAI's. */
export function completionErrorResponse(shown: ShownError): Response {
  const { problem: { code, status }, headers } = shown;
  return Response.json(completionError(shown), {
    status: KINDS[code]?.status ?? status,
    headers,
  });
}
