import type { Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import { recordAudit } from "../audit/audit.ts";
import { commitAs } from "../authority.ts";
import { DAY, iso } from "../clock.ts";
import { notFound } from "../errors.ts";
import type { Twin, TwinView } from "../schemas/twin.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";
import { changeTwin } from "./twins.ts";
import { viewTwin } from "./twin_views.ts";

/** How long a deleted twin is kept before it is purged. */
export const TWIN_KEPT_MS = 7 * DAY;

/** Deletes a twin: all its keys, links and sessions end with this commit. Its contents are purged 7 days later. */
export async function deleteTwin(
  app: Context,
  owner: Owner,
  twin_id: string,
): Promise<void> {
  await changeTwin(
    app,
    owner,
    twin_id,
    "twin.deleted",
    (twin, op) => endTwin(app, op, twin),
  );
}

/** Ends a twin in a commit; returns its record to be stored in that commit. */
export function endTwin(
  app: Context,
  op: Deno.AtomicOperation,
  twin: Twin,
): Twin {
  const now = app.clock.now();
  op.delete(keys.twinByTenant(twin.tenant_id, twin.id))
    .set(expiryKey(now + TWIN_KEPT_MS, "twin", keys.twin(twin.id)), null);
  return { ...twin, deleted_at: iso(now) };
}

/** Restores a deleted twin with its keys, link and content. Throws `not_found` after 7 days. */
export async function restoreTwin(
  app: Context,
  owner: Owner,
  twin_id: string,
): Promise<TwinView> {
  return await commitAs(app, owner, async (op) => {
    const entry = await app.kv.get<Twin>(keys.twin(twin_id));
    const deleted_at = entry.value?.deleted_at;
    if (
      entry.value?.tenant_id !== owner.tenant_id || !deleted_at ||
      Date.parse(deleted_at) + TWIN_KEPT_MS <= app.clock.now()
    ) throw notFound("twin");
    const twin: Twin = { ...entry.value, deleted_at: null };
    op.check(entry).set(entry.key, twin)
      .set(keys.twinByTenant(owner.tenant_id, twin_id), true);
    recordAudit(app, op, owner, {
      action: "twin.restored",
      id: twin_id,
      name: twin.name,
    });
    return viewTwin(app, twin);
  });
}
