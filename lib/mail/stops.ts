// Addresses that get no more letters. Bounces and spam reports hurt a sender's reputation with its provider, so there
// is one list for the whole installation.
import { DAY, iso } from "../clock.ts";
import type { Context } from "../context.ts";
import { sha256 } from "../crypto/secrets.ts";
import type { MailStop, StoredMailStop } from "../schemas/mail.ts";
import { commitWithRetry } from "../store/commit.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";
import { getAll } from "../store/list.ts";
import { oneLine } from "./letter.ts";
import { withoutAddress } from "./refused.ts";

/** After a year an address may belong to someone else, or exist by now: it is tried again. */
const KEPT_MS = 365 * DAY;
const LONGEST_SAID = 300;

/** The key that records that mail to an address is stopped. The address itself is not stored. */
export function mailStopKey(email: string): Deno.KvKey {
  return keys.mailStop(sha256(email.toLowerCase()));
}

/** The reasons why mail to these addresses is stopped, for those where it is. */
export async function getMailStops(
  { kv }: Pick<Context, "kv">,
  emails: readonly string[],
): Promise<Map<string, MailStop>> {
  const asked = [...new Set(emails)];
  const found = await getAll<StoredMailStop>(kv, asked.map(mailStopKey));
  return new Map(
    asked.flatMap((email, i) => {
      const stop = found[i];
      return stop && !stop.resumed_at ? [[email, stop] as const] : [];
    }),
  );
}

/**
 * Stops mail to an address. A repeated report counts once; a bounce does not replace a complaint, which only the
 * recipient can take back; reports from before mail was resumed no longer count.
 */
export async function stopMail(
  { kv, clock }: Pick<Context, "kv" | "clock">,
  email: string,
  { reason, at, said }: MailStop,
): Promise<void> {
  await commitWithRetry(kv, async (op) => {
    const entry = await kv.get<StoredMailStop>(mailStopKey(email));
    const before = entry.value;
    if (before?.resumed_at && at <= before.resumed_at) return;
    const is_known = before && !before.resumed_at &&
      (before.reason === reason || before.reason === "complaint");
    if (is_known) return;
    const words = oneLine(withoutAddress(said, email)).slice(0, LONGEST_SAID);
    const stop = { reason, at, said: words };
    op.check(entry).set(entry.key, stop).set(
      expiryKey(clock.now() + KEPT_MS, "delete", entry.key),
      null,
    );
  });
}

/** Resumes mail to an address in a commit; returns why it was stopped. */
export async function resumeMailTo(
  { kv, clock }: Pick<Context, "kv" | "clock">,
  op: Deno.AtomicOperation,
  email: string,
): Promise<MailStop | null> {
  const entry = await kv.get<StoredMailStop>(mailStopKey(email));
  if (!entry.value || entry.value.resumed_at) return null;
  op.check(entry)
    .set(entry.key, { ...entry.value, resumed_at: iso(clock.now()) });
  return entry.value;
}
