import { z } from "zod";
import {
  createWebhookInput,
  rotateWebhookInput,
  updateWebhookInput,
} from "../schemas/webhook.ts";
import { wholeAddress } from "../schemas/common.ts";
import type { NewWebhook, WebhookRow } from "../views/webhooks.ts";
import {
  listDeliveries,
  resendDelivery,
  testWebhook,
} from "../webhooks/deliveries.ts";
import { rotateSecret } from "../webhooks/rotation.ts";
import {
  createWebhook,
  deleteWebhook,
  listWebhooks,
  updateWebhook,
} from "../webhooks/webhooks.ts";
import type { MemberCall } from "./access.ts";
import { redirectWithFlash } from "./flash.ts";
import { type Action, action } from "./form.ts";

/** Deliveries shown per webhook. */
const SHOWN = 20;

/** A twin's webhooks with their latest deliveries. Only owners see them: an address may itself be a secret. */
export async function loadWebhooks(
  { app, actor }: MemberCall,
  twin_id: string,
): Promise<WebhookRow[]> {
  if (actor.role !== "owner") return [];
  const { items } = await listWebhooks(app, actor, { twin_id, limit: 100 });
  return await Promise.all(items.map(async (webhook) => {
    const sent = await listDeliveries(app, actor, webhook.id, { limit: SHOWN });
    return { webhook, sent: sent.items };
  }));
}

const ofWebhook = z.object({ webhook_id: z.string().default("") });

/** Every form of the webhooks page, by its `action`. */
export function webhookActions(twin_id: string): Record<
  string,
  Action<NewWebhook>
> {
  return {
    create: action({
      schema: createWebhookInput,
      fields: ({ url, event_choices }) => ({
        ...{ twin_id, url: url && wholeAddress(url) },
        events: event_choices?.split(" ") ?? [],
      }),
      run: async ({ app, owner }, input): Promise<NewWebhook> => ({
        made: await createWebhook(app, owner, input),
      }),
    }),
    update: action({
      schema: updateWebhookInput.extend(ofWebhook.shape),
      fields: ({ webhook_id, url, event_choices }) => ({
        ...{ webhook_id, url: url && wholeAddress(url) },
        events: event_choices?.split(" ") ?? [],
      }),
      async run(page, { webhook_id, ...input }) {
        await updateWebhook(page.app, page.owner, webhook_id, input);
        return redirectWithFlash(
          page,
          "Saved. Events are sent there from now on.",
        );
      },
    }),
    rotate: action({
      schema: rotateWebhookInput.extend(ofWebhook.shape),
      fields: ({ webhook_id, leaked }) => ({
        webhook_id,
        ...leaked === "yes" ? { overlap_seconds: 0 } : {},
      }),
      run: async (
        { app, owner },
        { webhook_id, ...input },
      ): Promise<NewWebhook> => ({
        made: await rotateSecret(app, owner, webhook_id, input),
      }),
    }),
    on: switching(true),
    off: switching(false),
    ...deliveryActions(),
    delete: action({
      schema: ofWebhook,
      async run(page, { webhook_id }) {
        await deleteWebhook(page.app, page.owner, webhook_id);
        return redirectWithFlash(
          page,
          "The webhook is deleted. Nothing more is sent to it.",
        );
      },
    }),
  };
}

/** The forms that send something now. */
function deliveryActions(): Record<string, Action> {
  return {
    test: action({
      schema: ofWebhook,
      async run(page, { webhook_id }) {
        await testWebhook(page.app, page.owner, webhook_id);
        await page.app.jobs.wake();
        return redirectWithFlash(
          page,
          "A test is on its way. Reload the page to see the result.",
        );
      },
    }),
    resend: action({
      schema: ofWebhook.extend({ delivery_id: z.string().default("") }),
      async run(page, { webhook_id, delivery_id }) {
        await resendDelivery(page.app, page.owner, webhook_id, delivery_id);
        await page.app.jobs.wake();
        return redirectWithFlash(page, "It is being sent again.");
      },
    }),
  };
}

function switching(enabled: boolean): Action<NewWebhook> {
  return action({
    schema: ofWebhook,
    async run(page, { webhook_id }) {
      await updateWebhook(page.app, page.owner, webhook_id, { enabled });
      return redirectWithFlash(
        page,
        enabled
          ? "The webhook is on. It receives events from now on."
          : "The webhook is off. Events that happen meanwhile are not sent later.",
      );
    },
  });
}
