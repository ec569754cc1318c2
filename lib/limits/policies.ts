import type { Context } from "../context.ts";
import type { WithAdmission } from "./admission.ts";
import type { Policy } from "../config/config.ts";
import { type Charge, type PolicyState } from "./rate_limiting.ts";
import { rateLimited } from "./rate_limited.ts";
import { sha256 } from "../crypto/secrets.ts";

/** Who calls, as far as limits and session lists go. */
export type Caller = {
  /** The client's address as a limit counts it: IPv4, or the /64 of IPv6. */
  address: string;
  user_agent: string;
  /** The languages of the browser, as an `Accept-Language` header. */
  accept_language?: string;
};

/** A policy's charge with its configured limit. */
export function policyCharge(
  app: Context,
  policy: Policy,
  subject: string,
): Charge {
  return { policy, subject, ...app.config.limits[policy] };
}

/**
 * Failed logins: of an address and an e-mail together, and of an address with any e-mail. None is counted of an
 * e-mail alone, so that nobody can lock out another.
 */
export function loginCharges(
  app: Context,
  { address }: Caller,
  email: string,
): Charge[] {
  return [
    policyCharge(app, "login", `${address} ${sha256(email)}`),
    policyCharge(app, "login_address", address),
  ];
}

/** Failed logins of an e-mail from anywhere. Exceeding it refuses nothing, but is recorded in the audit log. */
export function accountCharge(app: Context, email: string): Charge {
  return policyCharge(app, "login_account", sha256(email));
}

/** The e-mails that a visitor's session leaves, and those that all leave with a twin. */
export function leadCharges(
  app: Context,
  session_id: string,
  twin_id: string,
): Charge[] {
  return [
    policyCharge(app, "lead", session_id),
    policyCharge(app, "twin_leads", twin_id),
  ];
}

/** Guesses at one's own password by whoever holds the session. */
export function passwordCharge(app: Context, user_id: string): Charge {
  return policyCharge(app, "login", user_id);
}

export function signupCharge(app: Context, caller: Caller): Charge {
  return policyCharge(app, "signup", caller.address);
}

/** Twins that are tried without an account. */
export function trialCharge(app: Context, address: string): Charge {
  return policyCharge(app, "trial", address);
}

/** A letter that a team sends to whoever does not belong to it, so that this server carries nobody's mass mail. */
export function letterCharges(
  app: Context,
  tenant_id: string,
  email: string,
): Charge[] {
  return [
    policyCharge(app, "team_mail", tenant_id),
    policyCharge(app, "mailed", sha256(email)),
  ];
}

/**
 * A change that a member, or a program with a key, asks for, whatever it is: so that nothing that can be made, nor the
 * record of who made it, grows without end. Counted of each of them, so that none holds up the others of the team.
 */
export async function admitChange(
  app: Context & WithAdmission,
  { tenant_id, user_id, key }: {
    tenant_id: string;
    user_id: string;
    key?: { id: string };
  },
): Promise<void> {
  const subject = `${tenant_id} ${key?.id ?? user_id}`;
  await admitOrThrow(app, [policyCharge(app, "changes", subject)]);
}

/** Charges, and throws `rate_limited` where a policy refuses. */
export async function admitOrThrow(
  app: Context & WithAdmission,
  charges: Charge[],
): Promise<PolicyState[]> {
  const decision = await app.admission.admit(charges);
  if (!decision.allowed) throw rateLimited(decision);
  return decision.states;
}
