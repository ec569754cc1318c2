import type { App } from "../app.ts";
import type { Policy } from "../config.ts";
import { type Charge, type Standing } from "./rate_limiting.ts";
import { rateLimited } from "./rate_limited.ts";
import { sha256 } from "../crypto/secrets.ts";

/** Who calls, as far as limits and session lists go. */
export type Caller = {
  /** The client's address as a limit counts it: IPv4, or the /64 of IPv6. */
  address: string;
  user_agent: string;
};

/** A policy's charge with its configured limit. */
export function policyCharge(
  app: App,
  policy: Policy,
  subject: string,
): Charge {
  return { policy, subject, ...app.config.limits[policy] };
}

/** Failed logins of an address and an e-mail, told apart by both together. */
export function loginCharge(app: App, caller: Caller, email: string): Charge {
  return policyCharge(app, "login", `${caller.address} ${sha256(email)}`);
}

/** Guesses at one's own password by whoever holds the session. */
export function passwordCharge(app: App, user_id: string): Charge {
  return policyCharge(app, "login", user_id);
}

export function signupCharge(app: App, caller: Caller): Charge {
  return policyCharge(app, "signup", caller.address);
}

/** Charges, and throws `rate_limited` where a policy refuses. */
export async function admitOrThrow(
  app: App,
  charges: Charge[],
): Promise<Standing[]> {
  const decision = await app.admission.admit(charges);
  if (!decision.allowed) throw rateLimited(decision);
  return decision.standings;
}
