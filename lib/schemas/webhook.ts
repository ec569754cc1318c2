import { z } from "zod";
import { id, line, listQuery, timestamp } from "./common.ts";

const WEBHOOK_EVENTS = [
  "message.created",
  "question.unanswered",
  "lead.created",
  "key.revoked",
  "content.changed",
] as const;
const webhookEvent = z.enum(WEBHOOK_EVENTS, {
  error: "Webhooks cannot subscribe to this event",
});
export type WebhookEvent = z.infer<typeof webhookEvent>;

/** Where a twin's events are sent, as stored. */
export type Webhook = {
  id: string;
  tenant_id: string;
  twin_id: string;
  url: string;
  events: WebhookEvent[];
  /** Sealed: the signing secret. */
  secret: string;
  /** Also sealed: replaced secrets that calls are still signed with until a time; newest first. */
  old_secrets?: { secret: string; until: string }[];
  created_at: string;
  /** When it was switched off, by someone or automatically; null while it is on. */
  off_at: string | null;
  /** Why it switched itself off; null if someone did. */
  off_because: string | null;
};

/** The part of an active webhook that an event's commit needs, kept in the twin's own record. */
export type Subscription = Pick<Webhook, "id" | "events">;

/**
 * How its last calls went. Separate from the webhook, so that no delivery conflicts with a change of its settings.
 */
export type WebhookStanding = {
  /** Since when every call has failed; null while the last one succeeded. */
  failing_since: string | null;
  last_at: string;
  /** Why the last call failed, as text; null if it succeeded. */
  last_error: string | null;
};

/** What an event is about: its body is built from these when it is sent; once they are erased there is none. */
export type EventSubject = {
  session_id?: string;
  message_id?: string;
  lead_id?: string;
  key_id?: string;
  content_id?: string;
};

export const attempt = z.strictObject({
  at: timestamp,
  /** The duration of the call, in milliseconds. */
  took_ms: z.number().int(),
  /** The response's status; null without a response. */
  status: z.number().int().nullable(),
  /** The beginning of the response. */
  answer: z.string(),
  /** Why it counts as failed; null if it succeeded. */
  error: z.string().nullable(),
});
export type Attempt = z.infer<typeof attempt>;

const deliveryState = z.enum(["waiting", "delivered", "failed", "gone"]);

/** An event on its way to a webhook, as stored. */
export type Delivery = {
  /** Also its `webhook-id`, the same in every attempt. */
  id: string;
  event: WebhookEvent | "test";
  at: string;
  subject: EventSubject;
  /** Which message of its conversation it is about, from 1; absent if it is about none. */
  number?: number;
  state: z.infer<typeof deliveryState>;
  attempts: Attempt[];
};

/** The most webhooks per twin. */
export const MAX_WEBHOOKS = 10;
/** How many older secrets may sign besides a webhook's own. */
export const MAX_OLD_SECRETS = 3;
const DAY_SECONDS = 86_400;

const url = z.url({
  protocol: /^https?$/,
  error: "Write an address that begins with https://",
}).max(2_000).refine(
  (typed) => !/^https?:\/\/[^/]*@/.test(typed),
  "Leave user name and password out of the address",
);

const events = z.array(webhookEvent).min(1, "Choose at least one event")
  .max(WEBHOOK_EVENTS.length)
  .transform((all) => WEBHOOK_EVENTS.filter((one) => all.includes(one)));

export const createWebhookInput = z.strictObject({
  twin_id: id("twn"),
  url,
  events,
});
export type CreateWebhookInput = z.infer<typeof createWebhookInput>;

export const updateWebhookInput = z.strictObject({
  url,
  events,
  /** Switches it off, or on again. */
  enabled: z.boolean(),
}).partial();
export type UpdateWebhookInput = z.infer<typeof updateWebhookInput>;

export const rotateWebhookInput = z.strictObject({
  /** How long calls are also signed with the old secret; 0 if it has leaked. */
  overlap_seconds: z.number().int().min(0).max(DAY_SECONDS)
    .default(DAY_SECONDS),
});
export type RotateWebhookInput = z.infer<typeof rotateWebhookInput>;

export const listWebhooksQuery = listQuery.extend({
  twin_id: id("twn").optional(),
});

export const webhookView = z.strictObject({
  id: z.string(),
  twin_id: z.string(),
  url: z.string(),
  events: z.array(webhookEvent),
  enabled: z.boolean(),
  /** Why it switched itself off; null if it did not. */
  off_because: z.string().nullable(),
  failing_since: timestamp.nullable(),
  last_called_at: timestamp.nullable(),
  last_error: z.string().nullable(),
  /** Until when calls are also signed with an older secret; null if only the newest signs. */
  old_secret_until: timestamp.nullable(),
  created_at: timestamp,
});
export type WebhookView = z.infer<typeof webhookView>;

export const newWebhookView = webhookView.extend({
  /** Verifies deliveries, as in Standard Webhooks. Shown this once. */
  secret: line(100),
});
export type NewWebhookView = z.infer<typeof newWebhookView>;

export const deliveryView = z.strictObject({
  id: z.string(),
  event: z.enum([...WEBHOOK_EVENTS, "test"]),
  state: deliveryState,
  /** The body, as built from current data; null once what it reports has been erased. */
  request: z.string().nullable(),
  attempts: z.array(attempt),
  created_at: timestamp,
});
export type DeliveryView = z.infer<typeof deliveryView>;
