import type { Context } from "../context.ts";
import { removeJobsOf } from "../jobs/removal.ts";
import type { Webhook } from "../schemas/webhook.ts";
import { commit } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import { deleteAll } from "../store/list.ts";

/** Removes what a webhook that is gone was sent, and what was on its way. */
export async function removeDeliveries(
  { kv }: Pick<Context, "kv">,
  webhook_id: string,
): Promise<void> {
  await removeJobsOf(kv, webhook_id);
  await deleteAll(kv, keys.webhookDeliveries(webhook_id));
}

/** Removes the webhooks of a twin that is gone: the sweep's part. */
export async function removeWebhooksOf(
  { kv }: Pick<Context, "kv">,
  { id, tenant_id }: { id: string; tenant_id: string },
): Promise<void> {
  const prefix = keys.webhooks(tenant_id);
  for await (const { key, value } of kv.list<Webhook>({ prefix })) {
    if (value.twin_id !== id) continue;
    await removeDeliveries({ kv }, value.id);
    await commit(
      kv.atomic().delete(key).delete(keys.webhookStanding(value.id)),
    );
  }
}
