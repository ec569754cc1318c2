import { AppError } from "../errors.ts";
import type { Decision } from "./rate_limiting.ts";

/** Refuses with 429, telling which policy and when a place returns. Whole seconds, rounded up. */
export function rateLimited(decision: Decision): AppError {
  const by = decision.refused_by ?? decision.states[0];
  const seconds = Math.max(1, Math.ceil(by.wait_ms / 1000));
  return new AppError(
    "rate_limited",
    `The limit of ${by.limit} in ${
      by.window_ms / 1000
    } seconds is used up. Try again in ${seconds} ${
      seconds === 1 ? "second" : "seconds"
    }.`,
    {
      retry_after_s: seconds,
      limits: { policy: by.policy, states: decision.states },
    },
  );
}
