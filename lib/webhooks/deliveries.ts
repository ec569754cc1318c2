import type { Actor, Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import { commitAs } from "../authority.ts";
import { AppError, notFound } from "../errors.ts";
import type { List, ListQuery } from "../schemas/common.ts";
import type { Delivery, DeliveryView, Webhook } from "../schemas/webhook.ts";
import { listRecords } from "../store/list.ts";
import { keys } from "../store/keys.ts";
import { bodyOf } from "./bodies.ts";
import { addDelivery, send } from "./outbox.ts";
import { requireWebhook } from "./webhooks.ts";

/** Lists a webhook's deliveries of the last 14 days, newest first, with their responses. */
export async function listDeliveries(
  app: Context,
  actor: Actor,
  webhook_id: string,
  query: ListQuery,
): Promise<List<DeliveryView>> {
  const { value: webhook } = await requireWebhook(app, actor, webhook_id);
  const page = await listRecords<Delivery>(
    app.kv,
    keys.webhookDeliveries(webhook_id),
    query,
  );
  return {
    next_cursor: page.next_cursor,
    items: await Promise.all(
      page.items.map((delivery) => viewDelivery(app, webhook, delivery)),
    ),
  };
}

/** Sends a webhook a test event. Throws `conflict` if it is off. */
export async function testWebhook(
  app: Context,
  owner: Owner,
  webhook_id: string,
): Promise<DeliveryView> {
  return await commitAs(app, owner, async (op) => {
    const entry = await requireOn(app, owner, webhook_id);
    const { tenant_id } = owner;
    op.check(entry);
    const delivery = addDelivery(app, op, { tenant_id, webhook_id }, {
      event: "test",
      subject: {},
    });
    return await viewDelivery(app, entry.value, delivery);
  });
}

/** Resends a delivery now, under the same id. Throws `conflict` if the webhook is off. */
export async function resendDelivery(
  app: Context,
  owner: Owner,
  webhook_id: string,
  delivery_id: string,
): Promise<DeliveryView> {
  return await commitAs(app, owner, async (op) => {
    const webhook = await requireOn(app, owner, webhook_id);
    const entry = await app.kv.get<Delivery>(
      keys.webhookDelivery(webhook_id, delivery_id),
    );
    if (!entry.value) throw notFound("delivery");
    const delivery: Delivery = { ...entry.value, state: "waiting" };
    op.check(webhook, entry).set(entry.key, delivery);
    send(app, op, { tenant_id: owner.tenant_id, webhook_id, delivery_id });
    return await viewDelivery(app, webhook.value, delivery);
  });
}

async function requireOn(
  app: Context,
  owner: Owner,
  webhook_id: string,
): Promise<Deno.KvEntry<Webhook>> {
  const entry = await requireWebhook(app, owner, webhook_id);
  if (entry.value.off_at === null) return entry;
  throw new AppError("conflict", "This webhook is off. Switch it on first.");
}

async function viewDelivery(
  app: Context,
  webhook: Webhook,
  delivery: Delivery,
): Promise<DeliveryView> {
  const { id, event, state, attempts, at } = delivery;
  const request = await bodyOf(app, webhook, delivery);
  return { id, event, state, request, attempts, created_at: at };
}
