import type {
  DeliveryView,
  NewWebhookView,
  WebhookView,
} from "../schemas/webhook.ts";

/** A webhook with its latest deliveries, newest first. */
export type WebhookRow = { webhook: WebhookView; sent: DeliveryView[] };

/** A new webhook, or one with a new secret, including it. */
export type NewWebhook = { made: NewWebhookView };
