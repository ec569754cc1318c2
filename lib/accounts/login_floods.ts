import type { Context } from "../context.ts";
import type { WithAdmission } from "../limits/admission.ts";
import { recordAudit } from "../audit/audit.ts";
import { HOUR } from "../clock.ts";
import { accountCharge } from "../limits/policies.ts";
import type { User } from "../schemas/account.ts";
import { listMemberships } from "./memberships.ts";

/**
 * Counts a failed log-in by e-mail, from any address and whether or not the account exists. Exceeding the
 * `login_account` policy means that someone is guessing from many addresses; this is recorded in the audit logs of
 * the account's teams.
 */
export async function noteFailure(
  app: Context & WithAdmission,
  email: string,
  user: User | null,
): Promise<void> {
  const charge = accountCharge(app, email);
  const { allowed } = await app.admission.admit([charge]);
  if (allowed || !user) return;
  const once = { ...charge, limit: 1, window_ms: HOUR };
  const memberships = await listMemberships(app, user.id);
  await app.admission.admitWith([once], (changes) => {
    for (const { tenant_id } of memberships) {
      recordAudit(app, changes, {
        tenant_id,
        user_id: null,
        user_name: "Somebody",
      }, { action: "account.login_flood", id: user.id, name: user.name });
    }
    return Promise.resolve();
  });
}
