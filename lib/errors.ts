/** Every error code there is, with its HTTP status and title. */
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

/** One thing wrong with an input: where (a field's path) and what to do about it. */
export type Issue = { path: string; message: string };

/** The state of a limit, as it is reported to callers. */
export type LimitState = {
  policy: string;
  limit: number;
  window_ms: number;
  remaining: number;
  /** Until a place returns when none remains, otherwise 0. */
  wait_ms: number;
};

/** The limits that a refused call came under: the policy that refused it, and where each stands. */
type SpentLimits = { policy: string; states: LimitState[] };

export type RefusedKey = { id: string; twin_id: string };

type AppErrorOptions = {
  cause?: unknown;
  issues?: Issue[];
  /** In how many seconds another try may do. */
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
 * True of any `AppError`, also of one thrown by the process's own copy of this module: the built routes
 * carry a second one, for which `instanceof` would answer false.
 */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError";
}

/** The one answer for whatever does not exist, is another tenant's, or is malformed. */
export function notFound(what: string): AppError {
  return new AppError(
    "not_found",
    `This ${what} does not exist, or it is not yours.`,
  );
}

/** An input refused for one field. */
export function invalidInput(path: string, message: string): AppError {
  return new AppError("invalid_input", message, {
    issues: [{ path, message }],
  });
}

/** An `Idempotency-Key` that belongs to a call which said something else. */
export function usedForAnotherCall(): AppError {
  return invalidInput(
    "Idempotency-Key",
    "This key was used for another call within the last day. Use a new one",
  );
}

/** A setting that cannot be used; the message names the variable and what it takes. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** The platform has no database for this app yet: whoever deployed it attaches one and deploys again. */
export class NoDatabaseError extends ConfigError {}
