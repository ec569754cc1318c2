import type { Lookups } from "../net/public_addresses.ts";

/**
 * Which private servers a trial's address may lead to: none, whatever the operator allows for members. Tests hand in
 * their own.
 */
export type WithTrialGuard = { trial_guard: Lookups };
