import type { Context } from "../context.ts";
import { DAY } from "../clock.ts";
import { sha256 } from "../crypto/secrets.ts";
import { usedForAnotherCall } from "../errors.ts";
import type { Session } from "../schemas/chat.ts";
import type { LeadClaim } from "../schemas/lead.ts";
import { keys } from "../store/keys.ts";

/** How long a repeated call is recognised, in milliseconds. */
const KEPT_MS = DAY;

/** Identifies a call: the key it is recorded under, and the value. */
type Claimed = { key: Deno.KvKey; value: LeadClaim };

/** The record that a call left an e-mail; `once` is the hash of its `Idempotency-Key`. */
export function leadClaim(
  { id }: Session,
  left: { once: string; email: string; message: string; now: number },
): Claimed {
  const fingerprint = sha256(JSON.stringify([left.email, left.message]));
  return {
    key: keys.leadClaim(id, left.once),
    value: { fingerprint, at_ms: left.now },
  };
}

/**
 * Whether a call with this key did the same within a day, and the entry that a commit must check. Throws
 * `invalid_input` if it did something else.
 */
export async function readLeadClaim(app: Context, { key, value }: Claimed) {
  const entry = await app.kv.get<LeadClaim>(key);
  const is_made = entry.value !== null &&
    value.at_ms - entry.value.at_ms < KEPT_MS;
  if (is_made && entry.value?.fingerprint !== value.fingerprint) {
    throw usedForAnotherCall();
  }
  return { entry, is_made };
}
