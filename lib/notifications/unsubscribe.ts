// The link in a letter to unsubscribe from its kind without signing in (RFC 8058): it identifies the member, and is
// authenticated by the installation's secret. It does not expire, as a letter may be read years later.
import type { Context } from "../context.ts";
import { constantTimeEqual, hmac } from "../crypto/secrets.ts";

export type Reader = { tenant_id: string; user_id: string };

/** Null if the installation has no secret, and so sends no mail either. */
export function unsubscribeUrl(
  { config }: Pick<Context, "config">,
  reader: Reader,
): string | null {
  if (!config.secret) return null;
  const { tenant_id, user_id } = reader;
  // Short enough for a path of ours: the ids go without their prefixes.
  const token = [
    tenant_id.replace("tnt_", ""),
    user_id.replace("usr_", ""),
    proof(config.secret, reader),
  ].join(":");
  return `${config.base_url}/unsubscribe/${token}`;
}

/** The member and kind of a link; null for one that is not ours. */
export function readUnsubscribe(
  { config }: Pick<Context, "config">,
  token: string,
): Reader | null {
  const [tenant = "", user = "", proved = ""] = token.split(":");
  if (!config.secret) return null;
  const reader = { tenant_id: `tnt_${tenant}`, user_id: `usr_${user}` };
  return constantTimeEqual(proof(config.secret, reader), proved)
    ? reader
    : null;
}

function proof(secret: string, { tenant_id, user_id }: Reader): string {
  return hmac(secret, `unsubscribe ${tenant_id} ${user_id}`);
}
