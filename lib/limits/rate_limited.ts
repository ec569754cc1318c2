import { AppError } from "../errors.ts";
import { type Decision, type Standing } from "./rate_limiting.ts";

/** Refuses with 429, telling which policy and when a place returns. Whole seconds, rounded up. */
export function rateLimited(decision: Decision): AppError {
  const by = decision.refused_by ?? decision.standings[0];
  const seconds = Math.max(1, Math.ceil(by.wait_ms / 1000));
  return new AppError(
    "rate_limited",
    `The limit of ${by.limit} in ${
      by.window_ms / 1000
    } seconds is used up. Try again in ${seconds} ${
      seconds === 1 ? "second" : "seconds"
    }.`,
    {
      headers: {
        "retry-after": String(seconds),
        ...rateLimitHeaders(decision.standings),
      },
      extra: { policy: by.policy, retry_after_seconds: seconds },
    },
  );
}

/** `RateLimit-Policy` and `RateLimit` as in draft-ietf-httpapi-ratelimit-headers. */
export function rateLimitHeaders(
  standings: Standing[],
): Record<string, string> {
  return {
    "ratelimit-policy": standings.map((s) =>
      `"${s.policy}";q=${s.limit};w=${Math.ceil(s.window_ms / 1000)}`
    ).join(", "),
    "ratelimit": standings.map((s) =>
      `"${s.policy}";r=${s.remaining};t=${
        Math.ceil((s.wait_ms || s.window_ms) / 1000)
      }`
    ).join(", "),
  };
}
