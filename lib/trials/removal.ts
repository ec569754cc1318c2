import type { Context } from "../context.ts";
import { iso } from "../clock.ts";
import type { Trial } from "../schemas/trial.ts";
import type { Twin } from "../schemas/twin.ts";
import { commitWithRetry } from "../store/commit.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";
import { TWIN_KEPT_MS } from "../twins/deletion.ts";
import { freeSlot } from "./slots.ts";

/**
 * Ends a trial in a commit: its cookie becomes invalid, its slot is free, and the sweep removes its contents. Returns
 * the trial; null if it has ended or was taken over.
 */
export async function endTrial(
  app: Context,
  op: Deno.AtomicOperation,
  token_hash: string,
): Promise<Trial | null> {
  const entry = await app.kv.get<Trial>(keys.trial(token_hash));
  const trial = entry.value;
  if (!trial) return null;
  const { tenant_id, twin_id, slot } = trial;
  const now = app.clock.now();
  const twin = await app.kv.get<Twin>(keys.twin(twin_id));
  op.check(entry, twin).delete(entry.key);
  await freeSlot(app, op, slot, token_hash);
  op.set(expiryKey(now, "tenant", keys.tenant(tenant_id)), null);
  if (!twin.value) return trial;
  // Nobody could restore it, so it is not kept for that.
  const deleted_at = iso(now - TWIN_KEPT_MS);
  op.set(twin.key, { ...twin.value, deleted_at })
    .delete(keys.twinByTenant(tenant_id, twin_id))
    .set(expiryKey(now, "twin", twin.key), null);
  return trial;
}

/** Ends an expired trial. Returns its expiry, or the trial that was ended; null if there is none. */
export async function endExpiredTrial(
  app: Context,
  key: Deno.KvKey,
): Promise<number | Trial | null> {
  const { value } = await app.kv.get<Trial>(key);
  if (!value) return null;
  const ends_ms = Date.parse(value.expires_at);
  if (ends_ms > app.clock.now()) return ends_ms;
  return await commitWithRetry(
    app.kv,
    (op) => endTrial(app, op, value.token_hash),
  );
}
