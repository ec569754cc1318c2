import type { Context } from "../context.ts";
import { removeJobsOf } from "../jobs/removal.ts";
import type { Delivery, Webhook } from "../schemas/webhook.ts";
import { commit, commitWithRetry } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import { deleteAll } from "../store/list.ts";

/** Removes a deleted webhook's deliveries, including queued ones. */
export async function removeDeliveries(
  { kv }: Pick<Context, "kv">,
  webhook_id: string,
): Promise<void> {
  await removeJobsOf(kv, webhook_id);
  await deleteAll(kv, keys.webhookDeliveries(webhook_id));
}

/** Removes the responses to events of a deleted conversation: they may quote it. */
export async function removeAnswersAbout(
  { kv }: Pick<Context, "kv">,
  session_id: string,
): Promise<void> {
  const prefix = keys.webhookAnswers(session_id);
  for await (const { key } of kv.list({ prefix })) {
    const [webhook_id, delivery_id] = key.slice(2).map(String);
    await commitWithRetry(kv, async (op) => {
      const entry = await kv.get<Delivery>(
        keys.webhookDelivery(webhook_id, delivery_id),
      );
      op.delete(key);
      if (!entry.value) return;
      const attempts = entry.value.attempts.map((one) => ({
        ...one,
        answer: "",
      }));
      op.check(entry).set(entry.key, { ...entry.value, attempts });
    });
  }
}

/** Removes the webhooks of a deleted twin; run by the sweep. */
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
