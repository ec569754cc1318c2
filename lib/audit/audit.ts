import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";
import { iso } from "../clock.ts";
import type { List, ListQuery } from "../schemas/common.ts";
import type {
  AuditAction,
  AuditEntry,
  AuditEntryView,
} from "../schemas/team.ts";
import type { Changes } from "../store/changes.ts";
import { keys } from "../store/keys.ts";
import { listRecords } from "../store/list.ts";
import { idAt, newId } from "../crypto/ids.ts";
import { newSalt } from "../crypto/secrets.ts";

type AuditTarget = { action: AuditAction; id: string; name: string };

/** Adds an audit entry to the commit of the change it describes, so that neither exists without the other. */
export function recordAudit(
  app: Context,
  op: Changes,
  actor: Pick<Actor, "tenant_id" | "user_name"> & { user_id: string | null },
  target: AuditTarget,
): void {
  const now = app.clock.now();
  const entry: AuditEntry = {
    id: newId("aud", now),
    tenant_id: actor.tenant_id,
    actor_id: actor.user_id,
    actor_name: actor.user_name,
    action: target.action,
    target_id: target.id,
    target_name: target.name,
    at: iso(now),
    salt: newSalt(),
  };
  op.set(keys.audit(actor.tenant_id, entry.id), entry)
    // It is chained later (`chain.ts`), so no commit waits for the chain's head.
    .set(keys.newAudit(actor.tenant_id, entry.id), true);
}

/** Lists the tenant's audit log, newest first. */
export async function listAudit(
  app: Context,
  actor: Actor,
  query: ListQuery,
): Promise<List<AuditEntryView>> {
  const page = await listRecords<AuditEntry>(
    app.kv,
    keys.audits(actor.tenant_id),
    query,
  );
  return {
    next_cursor: page.next_cursor,
    items: page.items.map(({ at, tenant_id: _t, salt: _s, ...entry }) => ({
      ...entry,
      created_at: at,
    })),
  };
}

/** Counts changes since a moment, up to 1,000. */
export async function countAudit(
  app: Context,
  actor: Actor,
  since_ms: number,
): Promise<number> {
  const prefix = keys.audits(actor.tenant_id);
  const start = [...prefix, idAt("aud", since_ms)];
  const entries = app.kv.list<AuditEntry>({ prefix, start }, { limit: 1_000 });
  // An id may be later than its timestamp: ids never go back, clocks do.
  const since = iso(since_ms);
  let count = 0;
  for await (const { value } of entries) if (value.at >= since) count++;
  return count;
}
