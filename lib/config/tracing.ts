import type { Env } from "./values.ts";
import { ConfigError } from "../errors.ts";

/** What keeps Deno's own spans, which hold whole addresses, from being sent: see tracing.ts. */
const NEEDED = {
  OTEL_TRACES_SAMPLER: "parentbased_always_off",
  OTEL_PROPAGATORS: "none",
};

/** Whether spans are exported. Throws `ConfigError` where that would export what lets someone in. */
export function readTracing(env: Env): boolean {
  // Deno reads this one in small letters and in large.
  const is_on = env.OTEL_DENO?.toLowerCase() === "true" &&
    env.OTEL_SDK_DISABLED !== "true" &&
    env.OTEL_DENO_TRACING !== "false";
  if (!is_on) return false;
  const wrong = Object.entries(NEEDED).filter(([name, value]) =>
    env[name] !== value
  );
  if (wrong.length > 0) {
    throw new ConfigError(
      `OTEL_DENO is true, and the spans that Deno creates by itself hold whole addresses, share links among them. Set ${
        wrong.map((one) => one.join("=")).join(" and ")
      } too, so that only Twincast's own spans are sent.`,
    );
  }
  return true;
}
