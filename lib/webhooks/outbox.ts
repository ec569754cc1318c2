// Outgoing events. An event is written by the commit of what it reports, and sent by its own job, so that none is
// lost, none reports what never happened, and one that fails does not hold up the others. It contains no visitor's
// text: its body is built when it is sent, so that erased text is sent to nobody.
import { DAY, iso } from "../clock.ts";
import type { Context } from "../context.ts";
import { newId } from "../crypto/ids.ts";
import { enqueue } from "../jobs/jobs.ts";
import type { Twin } from "../schemas/twin.ts";
import type {
  Delivery,
  EventSubject,
  WebhookEvent,
} from "../schemas/webhook.ts";
import type { Changes } from "../store/changes.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";

/** How long deliveries are listed. */
export const DELIVERY_KEPT_MS = 14 * DAY;
/** The job kind that sends an event. The name is stored, so it cannot change. */
export const WEBHOOK_JOB = "webhook";

type NewEvent = {
  event: WebhookEvent;
  subject: EventSubject;
  number?: number;
};

/** The input of a delivery's job. */
export type DeliveryRef = {
  tenant_id: string;
  webhook_id: string;
  delivery_id: string;
};

/** Adds an event to the commit of what it reports, once for each subscribed webhook of the twin. Reads nothing. */
export function addEvent(
  app: Pick<Context, "clock">,
  op: Changes,
  twin: Pick<Twin, "tenant_id" | "webhooks">,
  { event, subject, number }: NewEvent,
): void {
  for (const { id, events } of twin.webhooks ?? []) {
    if (!events.includes(event)) continue;
    addDelivery(app, op, { tenant_id: twin.tenant_id, webhook_id: id }, {
      ...{ event, subject },
      ...number === undefined ? {} : { number },
    });
  }
}

/** Adds a delivery to one webhook to a commit. */
export function addDelivery(
  app: Pick<Context, "clock">,
  op: Changes,
  to: Omit<DeliveryRef, "delivery_id">,
  what: Pick<Delivery, "event" | "subject" | "number">,
): Delivery {
  const now = app.clock.now();
  const delivery: Delivery = {
    ...{ id: newId("dlv", now), at: iso(now), ...what },
    ...{ state: "waiting", attempts: [] },
  };
  const key = keys.webhookDelivery(to.webhook_id, delivery.id);
  op.set(key, delivery)
    .set(expiryKey(now + DELIVERY_KEPT_MS, "delete", key), null);
  send(app, op, { ...to, delivery_id: delivery.id });
  return delivery;
}

/** Queues a delivery in a commit, for the first time or again. */
export function send(
  app: Pick<Context, "clock">,
  op: Changes,
  ref: DeliveryRef,
): void {
  enqueue(app, op, {
    kind: WEBHOOK_JOB,
    account: ref.webhook_id,
    subject: ref.webhook_id,
    input: ref,
  });
}
