import { MINUTE } from "../lib/clock.ts";
import { Admission } from "../lib/limits/admission.ts";
import type { Charge, Decision } from "../lib/limits/rate_limiting.ts";
import { testClock } from "./stores.ts";

export function session(
  subject: string,
  limit: number,
  window_ms = MINUTE,
): Charge {
  return { policy: "session", subject, limit, window_ms };
}

export function link(
  subject: string,
  limit: number,
  window_ms = MINUTE,
): Charge {
  return { policy: "link", subject, limit, window_ms };
}

export function allowed(decisions: Decision[]): number {
  return decisions.filter((decision) => decision.allowed).length;
}

export async function burst(limiter: Admission, n: number, charges: Charge[]) {
  return await Promise.all(
    Array.from({ length: n }, () => limiter.admit(charges)),
  );
}

/** A store in memory with a limiter on it, closed together. */
export async function openLimiter() {
  const kv = await Deno.openKv(":memory:");
  const clock = testClock();
  const limiter = new Admission(kv, clock);
  return {
    kv,
    clock,
    limiter,
    [Symbol.dispose]() {
      limiter.close();
      kv.close();
    },
  };
}
