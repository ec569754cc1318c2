import { listOf, listQuery } from "../../schemas/common.ts";
import * as webhook from "../../schemas/webhook.ts";
import { operation } from "./operation.ts";

export const listWebhooks = operation({
  id: "listWebhooks",
  method: "GET",
  path: "/webhooks",
  summary: "List webhooks, newest first, without secrets",
  access: "owner",
  query: webhook.listWebhooksQuery,
  response: listOf(webhook.webhookView),
  status: 200,
});
export const createWebhook = operation({
  id: "createWebhook",
  method: "POST",
  path: "/webhooks",
  summary: "Create a webhook; its secret is shown only this once",
  access: "owner",
  body: webhook.createWebhookInput,
  response: webhook.newWebhookView,
  makes_secret: true,
  status: 201,
});
export const updateWebhook = operation({
  id: "updateWebhook",
  method: "PATCH",
  path: "/webhooks/{webhook_id}",
  summary: "Change a webhook, or switch it off or on",
  access: "owner",
  body: webhook.updateWebhookInput,
  response: webhook.webhookView,
  status: 200,
});
export const deleteWebhook = operation({
  id: "deleteWebhook",
  method: "DELETE",
  path: "/webhooks/{webhook_id}",
  summary: "Delete a webhook and the record of its deliveries",
  access: "owner",
  response: null,
  status: 204,
});
export const rotateWebhook = operation({
  id: "rotateWebhook",
  method: "POST",
  path: "/webhooks/{webhook_id}/rotate",
  summary:
    "Create a new secret, shown only this once; calls are also signed with the old one until the overlap ends",
  access: "owner",
  body: webhook.rotateWebhookInput,
  response: webhook.newWebhookView,
  makes_secret: true,
  status: 201,
});
export const testWebhook = operation({
  id: "testWebhook",
  method: "POST",
  path: "/webhooks/{webhook_id}/test",
  summary: "Send a test event",
  access: "owner",
  response: webhook.deliveryView,
  status: 201,
});
export const listDeliveries = operation({
  id: "listDeliveries",
  method: "GET",
  path: "/webhooks/{webhook_id}/deliveries",
  summary: "List the deliveries of the last 14 days, newest first",
  access: "owner",
  query: listQuery,
  response: listOf(webhook.deliveryView),
  status: 200,
});
export const resendDelivery = operation({
  id: "resendDelivery",
  method: "POST",
  path: "/webhooks/{webhook_id}/deliveries/{delivery_id}/resend",
  summary: "Send an event once more, under the same id",
  access: "owner",
  response: webhook.deliveryView,
  status: 200,
});
