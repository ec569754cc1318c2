import { SECOND } from "../clock.ts";
import type { Lookups } from "../net/public_addresses.ts";

/**
 * Limits on reading a trial's site: which private servers its address may lead to, and how long the whole reading may
 * take, in milliseconds.
 */
type TrialGuard = Lookups & { reading_ms: number };

/** No private server, whatever the operator permits for members, and ten seconds. Tests pass in their own. */
export const TRIAL_GUARD: TrialGuard = {
  local_hosts: [],
  reading_ms: 10 * SECOND,
};

export type WithTrialGuard = { trial_guard: TrialGuard };
