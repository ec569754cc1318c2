import type { Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import { recordAudit } from "../audit/audit.ts";
import { commitAs } from "../authority.ts";
import { notFound } from "../errors.ts";
import type { Tenant } from "../schemas/account.ts";
import { keys } from "../store/keys.ts";

/** Renames the owner's team. */
export async function renameTenant(
  app: Context,
  owner: Owner,
  name: string,
): Promise<{ id: string; name: string }> {
  const key = keys.tenant(owner.tenant_id);
  return await commitAs(app, owner, async (op) => {
    const entry = await app.kv.get<Tenant>(key);
    if (!entry.value) throw notFound("team");
    op.check(entry).set(key, { ...entry.value, name });
    recordAudit(app, op, owner, {
      action: "tenant.renamed",
      id: owner.tenant_id,
      name,
    });
    return { id: owner.tenant_id, name };
  });
}
