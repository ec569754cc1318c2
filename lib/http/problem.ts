import {
  type AppError,
  ERROR_CODES,
  type ErrorCode,
  isAppError,
  type LimitState,
} from "../errors.ts";
import { describeError } from "../log.ts";
import type { Problem } from "../schemas/problem.ts";
import { isStoreFailure, storeError } from "../store/commit.ts";
import type { Call } from "./call.ts";

/** The public form of an error, with its headers. */
export type ShownError = { problem: Problem; headers: Record<string, string> };

/** Errors that refuse a well-formed call. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set([
  "unauthorized",
  "forbidden",
  "rate_limited",
  "unavailable",
]);

/**
 * The one place where an error becomes a response. Anything but an `AppError` becomes an opaque `internal`; its text
 * goes to the log under the request id, as does the cause of a store failure.
 */
export function showError(call: Call, thrown: unknown): ShownError {
  const error = isStoreFailure(thrown) ? storeError(thrown) : thrown;
  const known = isAppError(error) ? error : frameworkError(error);
  if (!known || (isAppError(error) && error.cause !== undefined)) {
    call.app.log("error", "request_failed", {
      request_id: call.request_id,
      route: call.route,
      error: describeError(isAppError(error) ? error.cause : error),
    });
  }
  const code: ErrorCode = known?.code ?? "internal";
  const [status, title] = ERROR_CODES[code];
  if (REFUSALS.has(code)) {
    call.app.metrics.refusals.add(1, code, known?.limits?.policy ?? "");
    if (call.asked) call.reason_code ??= reasonCode(call, call.asked, known);
  }
  return {
    headers: known ? headersOf(known) : {},
    problem: {
      type: `${call.app.config.base_url}/openapi.json#${code}`,
      title,
      status,
      detail: known?.message ??
        `Something went wrong on our side. Try again. If it happens again, tell us the request id ${call.request_id}.`,
      code,
      request_id: call.request_id,
      ...(known?.issues ? { issues: known.issues } : {}),
      ...limitFields(known),
      ...(call.reason_code ? { reason_code: call.reason_code } : {}),
    },
  };
}

function reasonCode(
  { app }: Call,
  { twin_id, origin, key_id }: NonNullable<Call["asked"]>,
  known: Known | null,
): string {
  return app.refusal_codes.codeOf({
    origin,
    twin_id: known?.key?.twin_id ?? twin_id,
    key_id: known?.key?.id ?? key_id ?? null,
    status: ERROR_CODES[known?.code ?? "internal"][0],
    policy: known?.limits?.policy ?? null,
    detail: known?.message ?? "",
  });
}

/** The headers of a refusal: `Retry-After`, the state of the limits, and how to authenticate (RFC 9110). */
export function headersOf(
  { code, retry_after_s, limits, allow }: Known,
): Record<string, string> {
  return {
    ...(code === "unauthorized" && { "www-authenticate": "Bearer" }),
    ...(retry_after_s && { "retry-after": String(retry_after_s) }),
    ...(limits && rateLimitHeaders(limits.states)),
    ...(allow && { allow }),
  };
}

/** `RateLimit-Policy` and `RateLimit` as in draft-ietf-httpapi-ratelimit-headers. */
export function rateLimitHeaders(
  states: LimitState[],
): Record<string, string> {
  return {
    "ratelimit-policy": states.map((s) =>
      `"${s.policy}";q=${s.limit};w=${Math.ceil(s.window_ms / 1000)}`
    ).join(", "),
    "ratelimit": states.map((s) =>
      `"${s.policy}";r=${s.remaining};t=${
        Math.ceil((s.wait_ms || s.window_ms) / 1000)
      }`
    ).join(", "),
  };
}

function limitFields(known: Known | null) {
  if (!known?.limits) return {};
  const { limits: { policy }, retry_after_s } = known;
  return { policy, retry_after_seconds: retry_after_s };
}

/** A refusal of ours or of Fresh's. `allow`: the methods that an address accepts. */
type Known =
  & Pick<
    AppError,
    "code" | "message" | "issues" | "retry_after_s" | "limits" | "key"
  >
  & { allow?: string };

/** Fresh's own refusals: no such route, or a method it does not accept. */
function frameworkError(error: unknown): Known | null {
  if (!(error instanceof Error)) return null;
  if (error.name === "NotFoundError") {
    return {
      code: "not_found",
      message: "There is nothing at this address. Check it for a typing error.",
    };
  }
  if (error.name !== "MethodNotAllowedError") return null;
  const { allowed } = error as Error & { allowed?: string[] };
  const methods = (allowed ?? ["GET"]).filter((m) => m !== "default");
  if (methods.includes("GET")) methods.push("HEAD");
  return {
    code: "method_not_allowed",
    message: `This address accepts only ${methods.join(", ")}.`,
    allow: methods.join(", "),
  };
}

/** The problem as a response (RFC 9457). */
export function problemResponse(call: Call, error: unknown): Response {
  const { problem, headers } = showError(call, error);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { "content-type": "application/problem+json", ...headers },
  });
}
