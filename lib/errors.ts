/** Every error code, with its HTTP status and title. */
export const ERROR_CODES = {
  bad_request: [400, "Bad request"],
  unauthorized: [401, "Unauthorized"],
  forbidden: [403, "Not allowed"],
  not_found: [404, "Not found"],
  method_not_allowed: [405, "Method not allowed"],
  conflict: [409, "Conflict"],
  expired: [410, "No longer valid"],
  payload_too_large: [413, "Too large"],
  unsupported_media_type: [415, "Unsupported media type"],
  invalid_input: [422, "Invalid input"],
  rate_limited: [429, "Too many requests"],
  internal: [500, "Internal error"],
  unavailable: [503, "Unavailable"],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** One validation issue: the field's path, and how to fix it. */
export type Issue = { path: string; message: string };

/** The state of a limit, as reported to callers. */
export type LimitState = {
  policy: string;
  limit: number;
  window_ms: number;
  remaining: number;
  /** Time until a slot frees up if none remains, otherwise 0. */
  wait_ms: number;
};

/** The limits that a refused call came under: the policy that refused it, and the state of each. */
type SpentLimits = { policy: string; states: LimitState[] };

export type RefusedKey = { id: string; twin_id: string };

type AppErrorOptions = {
  cause?: unknown;
  issues?: Issue[];
  /** Seconds until a retry may succeed. */
  retry_after_s?: number;
  limits?: SpentLimits;
  /** The API key that was refused. */
  key?: RefusedKey;
};

/** A refusal whose `detail` may be shown to the caller. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly issues?: Issue[];
  readonly retry_after_s?: number;
  readonly limits?: SpentLimits;
  readonly key?: RefusedKey;

  constructor(
    readonly code: ErrorCode,
    detail: string,
    options: AppErrorOptions = {},
  ) {
    super(detail, { cause: options.cause });
    this.issues = options.issues;
    this.retry_after_s = options.retry_after_s;
    this.limits = options.limits;
    this.key = options.key;
  }
}

/**
 * Recognises any `AppError`, including one from the other copy of this module: the built routes include their own,
 * for which `instanceof` would return false.
 */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError";
}

/** The same error for anything that does not exist, belongs to another tenant, or has a malformed id. */
export function notFound(what: string): AppError {
  return new AppError(
    "not_found",
    `This ${what} does not exist, or it is not yours.`,
  );
}

/** An input refused because of one field. */
export function invalidInput(path: string, message: string): AppError {
  return new AppError("invalid_input", message, {
    issues: [{ path, message }],
  });
}

/** An `Idempotency-Key` that belongs to a call with other contents. */
export function usedForAnotherCall(): AppError {
  return invalidInput(
    "Idempotency-Key",
    "This key was used for another call within the last day. Use a new one",
  );
}

/** An invalid setting; the message names the variable and the valid values. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** The platform has no database for this app yet: whoever deployed it has to attach one and deploy again. */
export class NoDatabaseError extends ConfigError {}
