import type { Context } from "../context.ts";
import type { WithAdmission } from "./admission.ts";
import type { Policy } from "../config/config.ts";
import { type Charge, type PolicyState } from "./rate_limiting.ts";
import { rateLimited } from "./rate_limited.ts";
import { sha256 } from "../crypto/secrets.ts";

/** The caller, as limits and session lists record it. */
export type Caller = {
  /** The client's address as a limit counts it: IPv4, or the /64 of IPv6. */
  address: string;
  user_agent: string;
  /** The browser's languages, as an `Accept-Language` header. */
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
 * Failed logins: by address and e-mail together, and by address with any e-mail. None by e-mail alone, so that nobody
 * can lock out someone else.
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

/** Failed logins for an e-mail from anywhere. Exceeding it refuses nothing, but is recorded in the audit log. */
export function accountCharge(app: Context, email: string): Charge {
  return policyCharge(app, "login_account", sha256(email));
}

/** E-mails left per visitor session, and per twin. */
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

/** Trials without an account, per address. */
export function trialCharge(app: Context, address: string): Charge {
  return policyCharge(app, "trial", address);
}

/** Letters that a team sends to people outside it, so that this server is not used for mass mail. */
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
 * Charges a change requested by a member or by a program with a key, whatever it is: neither stored objects nor the
 * audit log can grow without limit. Counted individually, so that none holds up the others of the team.
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

/** Charges, and throws `rate_limited` if a policy refuses. */
export async function admitOrThrow(
  app: Context & WithAdmission,
  charges: Charge[],
): Promise<PolicyState[]> {
  const decision = await app.admission.admit(charges);
  if (!decision.allowed) throw rateLimited(decision);
  return decision.states;
}
