import type { Env } from "./values.ts";
import { ConfigError } from "../errors.ts";

/** Prevents the export of Deno's own spans, which contain full URLs: see tracing.ts. */
const NEEDED = {
  OTEL_TRACES_SAMPLER: "parentbased_always_off",
  OTEL_PROPAGATORS: "none",
};

/** Whether spans are exported. Throws `ConfigError` if the export would include credentials. */
export function readTracing(env: Env): boolean {
  // Deno accepts this value in either case.
  const is_on = env.OTEL_DENO?.toLowerCase() === "true" &&
    env.OTEL_SDK_DISABLED !== "true" &&
    env.OTEL_DENO_TRACING !== "false";
  if (!is_on) return false;
  const wrong = Object.entries(NEEDED).filter(([name, value]) =>
    env[name] !== value
  );
  if (wrong.length > 0) {
    throw new ConfigError(
      `OTEL_DENO is true, and the spans that Deno creates by itself contain full URLs, share links among them. Set ${
        wrong.map((one) => one.join("=")).join(" and ")
      } too, so that only Twincast's own spans are sent.`,
    );
  }
  return true;
}
