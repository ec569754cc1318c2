import type { Context } from "../context.ts";
import { seal, unseal } from "../crypto/sealing.ts";
import { AppError } from "../errors.ts";
import type { Webhook } from "../schemas/webhook.ts";

/** Bytes of a webhook's secret: Standard Webhooks requires 24 to 64. */
const SECRET_BYTES = 32;

/**
 * A webhook's new secret, in clear to show once, and sealed for storing. Throws `unavailable` if nothing can be
 * sealed.
 */
export function makeSecret(
  { config }: Context,
  webhook_id: string,
): { secret: string; sealed: string } {
  if (!config.secret) {
    throw new AppError(
      "unavailable",
      "A webhook's secret cannot be stored safely yet. Whoever runs the server has to set TWINCAST_SECRET first.",
    );
  }
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  const secret = `whsec_${bytes.toBase64()}`;
  return { secret, sealed: seal(config.secret, webhook_id, secret) };
}

/** The secrets that sign a webhook's calls, newest first; null if the newest cannot be unsealed. */
export function signingSecrets(
  { config }: Context,
  webhook: Webhook,
  now: number,
): [string, ...string[]] | null {
  const open = (sealed: string) =>
    config.secret ? unseal(config.secret, webhook.id, sealed) : null;
  const newest = open(webhook.secret);
  if (newest === null) return null;
  const older = oldSecrets(webhook, now).map(({ secret }) => open(secret));
  return [newest, ...older.filter((secret) => secret !== null)];
}

/** The replaced secrets that still sign at a given time, newest first. */
export function oldSecrets({ old_secrets = [] }: Webhook, now: number) {
  return old_secrets.filter(({ until }) => Date.parse(until) > now);
}
