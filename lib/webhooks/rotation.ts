import type { Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import { recordAudit } from "../audit/audit.ts";
import { commitAs } from "../authority.ts";
import { iso } from "../clock.ts";
import { AppError } from "../errors.ts";
import {
  MAX_OLD_SECRETS,
  type NewWebhookView,
  type RotateWebhookInput,
  type Webhook,
  type WebhookStanding,
} from "../schemas/webhook.ts";
import { keys } from "../store/keys.ts";
import { makeSecret, oldSecrets } from "./secrets.ts";
import { requireWebhook, viewWebhook } from "./webhooks.ts";

/**
 * Gives a webhook a new secret, in one commit with its audit entry. Until the overlap ends, each call is also signed
 * with the old one, so that the receiver can change it meanwhile; an overlap of 0 ends every older secret at once.
 * Throws `conflict` after so many rotations within a day that a call would carry too many signatures.
 */
export async function rotateSecret(
  app: Context,
  owner: Owner,
  webhook_id: string,
  { overlap_seconds }: RotateWebhookInput,
): Promise<NewWebhookView> {
  const { secret, sealed } = makeSecret(app, webhook_id);
  return await commitAs(app, owner, async (op) => {
    const now = app.clock.now();
    const entry = await requireWebhook(app, owner, webhook_id);
    const until = iso(now + overlap_seconds * 1000);
    const older = oldSecrets(entry.value, now);
    if (overlap_seconds > 0 && older.length >= MAX_OLD_SECRETS) {
      throw new AppError(
        "conflict",
        `${MAX_OLD_SECRETS} older secrets of this webhook are still in use. Rotate it again when one has ended, or end them all now with overlap_seconds 0.`,
      );
    }
    const webhook: Webhook = {
      ...entry.value,
      secret: sealed,
      old_secrets: overlap_seconds > 0
        ? [{ secret: entry.value.secret, until }, ...older]
        : [],
    };
    op.check(entry).set(entry.key, webhook);
    recordAudit(app, op, owner, {
      action: "webhook.rotated",
      id: webhook_id,
      name: new URL(webhook.url).host,
    });
    const { value } = await app.kv.get<WebhookStanding>(
      keys.webhookStanding(webhook_id),
    );
    return { ...viewWebhook(webhook, value, now), secret };
  });
}
