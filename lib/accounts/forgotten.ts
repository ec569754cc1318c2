// Forgotten passwords, by mail. A job looks up whether an address has an account, after the response: neither the
// response nor its timing reveals it.
import type { Context } from "../context.ts";
import { HOUR, MINUTE } from "../clock.ts";
import { seal, unseal } from "../crypto/sealing.ts";
import { sha256 } from "../crypto/secrets.ts";
import { AppError } from "../errors.ts";
import { enqueue } from "../jobs/jobs.ts";
import type { Lease } from "../jobs/lease.ts";
import type { JobKind, LastCommit } from "../jobs/kind.ts";
import type { WithAdmission } from "../limits/admission.ts";
import { admitOrThrow, type Caller, policyCharge } from "../limits/policies.ts";
import { addLetter } from "../mail/outbox.ts";
import { commitWithRetry } from "../store/commit.ts";
import { mailLanguage } from "../mail/words/words.ts";
import { resetLetter } from "./reset_letter.ts";
import { getUserByEmail } from "./accounts.ts";
import { setReset } from "./password_resets.ts";

const MAILED_RESET_MS = HOUR;

/** The purpose under which the address is sealed while it waits. */
const PURPOSE = "forgot";

/**
 * Mails the account with this e-mail a link to set a new password, valid once and for an hour. Throws `rate_limited`,
 * and `conflict` if this server sends no mail.
 */
export async function forgetPassword(
  app: Context & WithAdmission,
  email: string,
  caller: Caller,
): Promise<void> {
  const { secret, mail } = app.config;
  if (!mail || !secret) {
    throw new AppError(
      "conflict",
      "This server sends no mail. Ask an owner of your team for a link to set a new password.",
    );
  }
  await admitOrThrow(app, [policyCharge(app, "forgot", caller.address)]);
  await commitWithRetry(app.kv, (op) => {
    enqueue(app, op, {
      kind: "forgot",
      account: caller.address,
      subject: "forgot",
      input: {
        sealed: seal(secret, PURPOSE, email),
        language: mailLanguage(caller.accept_language),
      },
    });
    return Promise.resolve();
  });
}

/** The job kind behind `forgetPassword`. */
export function forgotJobs(app: Context & WithAdmission): JobKind {
  return {
    run: (lease) => mailReset(app, lease),
    retry_ms: [MINUTE, 5 * MINUTE],
    at_once: 4,
    each: 1,
  };
}

async function mailReset(
  app: Context & WithAdmission,
  lease: Lease,
): Promise<LastCommit | void> {
  const { sealed, language } = lease.job.input as {
    sealed: string;
    language?: string;
  };
  const email = app.config.secret &&
    unseal(app.config.secret, PURPOSE, sealed);
  const user = email && await getUserByEmail(app, email);
  if (!user) return;
  // Keeps strangers from flooding an inbox.
  const charge = policyCharge(app, "forgot", sha256(user.email));
  if (!(await app.admission.admit([charge])).allowed) return;
  return (op) => {
    const { link } = setReset(app, op, user, null, MAILED_RESET_MS);
    const letter = resetLetter(user, { url: link.reset_url, language });
    addLetter(app, op, user.id, letter);
  };
}
