import { DAY, HOUR, MINUTE, SECOND } from "../clock.ts";
import { AppError } from "../errors.ts";
import type { Decision } from "./rate_limiting.ts";

/** Refuses with 429, naming the policy and when a slot frees up. Whole seconds, rounded up. */
export function rateLimited(decision: Decision): AppError {
  const by = decision.refused_by ?? decision.states[0];
  const seconds = Math.max(1, Math.ceil(by.wait_ms / SECOND));
  return new AppError(
    "rate_limited",
    `That is more than ${by.limit} ${windowOf(by.window_ms)}. Try again in ${
      spanOf(seconds * SECOND)
    }.`,
    {
      retry_after_s: seconds,
      limits: { policy: by.policy, states: decision.states },
    },
  );
}

function windowOf(ms: number): string {
  if (ms === MINUTE) return "a minute";
  if (ms === HOUR) return "an hour";
  return ms === DAY ? "a day" : `in ${spanOf(ms)}`;
}

/** A duration in words, rounded up. */
function spanOf(ms: number): string {
  const [unit, name] = ms <= 90 * SECOND
    ? [SECOND, "second"] as const
    : ms <= 90 * MINUTE
    ? [MINUTE, "minute"] as const
    : [HOUR, "hour"] as const;
  const n = Math.ceil(ms / unit);
  return `${n} ${name}${n === 1 ? "" : "s"}`;
}
