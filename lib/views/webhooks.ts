import type {
  DeliveryView,
  NewWebhookView,
  WebhookView,
} from "../schemas/webhook.ts";

/** A webhook with what it was sent last, newest first. */
export type WebhookRow = { webhook: WebhookView; sent: DeliveryView[] };

/** A webhook that was just made, or got a new secret, with it. */
export type NewWebhook = { made: NewWebhookView };
