/** The source of time; tests pass in their own. Milliseconds since the epoch. */
export type Clock = {
  /** Wall time for expiries. Never goes back, so that nothing expired becomes valid again. */
  now(): number;
  /** Wall time at start plus elapsed time: a jump of the wall clock moves no rate limit window. */
  steady(): number;
};

/** The process's clock. */
export function systemClock(): Clock {
  const origin = Date.now() - performance.now();
  let latest = 0;
  return {
    now: () => (latest = Math.max(latest, Date.now())),
    steady: () => origin + performance.now(),
  };
}

/** Milliseconds since the epoch as an ISO 8601 UTC string. */
export function iso(ms: number): string {
  return new Date(ms).toISOString();
}

/** The UTC day of a time in milliseconds, as `2026-01-31`. */
export function dayOf(ms: number): string {
  return iso(ms).slice(0, 10);
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
