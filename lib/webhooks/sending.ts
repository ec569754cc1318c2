import { OFF_REASONS, type OffReason, switchedOffWords } from "./off_words.ts";
import type { Context } from "../context.ts";
import { addOwnerLetters } from "../accounts/owner_letters.ts";
import { recordAudit } from "../audit/audit.ts";
import { DAY, HOUR, iso, MINUTE, SECOND } from "../clock.ts";
import { AppError } from "../errors.ts";
import type { Lease } from "../jobs/lease.ts";
import type { JobKind } from "../jobs/kind.ts";
import type {
  Attempt,
  Delivery,
  Webhook,
  WebhookStanding,
} from "../schemas/webhook.ts";
import { commitWithRetry } from "../store/commit.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";
import { getTwin } from "../twins/twins.ts";
import { bodyOf } from "./bodies.ts";
import { callWebhook } from "./call.ts";
import { DELIVERY_KEPT_MS, type DeliveryRef } from "./outbox.ts";
import { unsubscribe } from "./webhooks.ts";

/** The wait after each failed call. */
const RETRY_MS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
];
/** A webhook whose calls have all failed for this long is switched off. */
const LONGEST_FAILING_MS = 3 * DAY;
const MAX_ATTEMPTS = 20;

/**
 * The job kind that sends an event to one webhook. At least once: again after a crash between the call and its
 * record, under the same `webhook-id`.
 */
export function webhookJobs(app: Context): JobKind {
  return {
    run: (lease) => new Sending(app, lease).run(),
    retry_ms: RETRY_MS,
    // Most of a call is waiting: many unresponsive addresses must not hold up another team's.
    at_once: 128,
    each: 2,
  };
}

class Sending {
  #ref: DeliveryRef;

  constructor(private app: Context, private lease: Lease) {
    this.#ref = lease.job.input as DeliveryRef;
  }

  async run(): Promise<void> {
    const { tenant_id, webhook_id, delivery_id } = this.#ref;
    const [{ value: webhook }, { value: delivery }] = await this.app.kv
      .getMany<[Webhook, Delivery]>([
        keys.webhook(tenant_id, webhook_id),
        keys.webhookDelivery(webhook_id, delivery_id),
      ]);
    if (!delivery || !webhook || webhook.off_at !== null) {
      return await this.#end("failed");
    }
    // By an earlier run that died before it ended, or by a manual resend.
    if (delivery.state === "delivered") return;
    if (!await getTwin(this.app, webhook.twin_id)) {
      return await this.#end("failed");
    }
    const body = await bodyOf(this.app, webhook, delivery);
    if (body === null) return await this.#end("gone");
    const { signal } = this.lease;
    const call = { id: delivery_id, body, signal };
    const attempt = await callWebhook(this.app, webhook, call);
    await this.#note(attempt);
    if (attempt.error !== null) {
      throw new AppError("unavailable", attempt.error);
    }
  }

  /** Records an attempt and the webhook's state; switches off one that has failed for too long. */
  async #note(attempt: Attempt): Promise<void> {
    const { tenant_id, webhook_id, delivery_id } = this.#ref;
    const { attempts } = this.lease.job;
    await commitWithRetry(this.app.kv, async (op) => {
      this.lease.guard(op);
      const [delivery, webhook, standing] = await this.app.kv
        .getMany<[Delivery, Webhook, WebhookStanding]>([
          keys.webhookDelivery(webhook_id, delivery_id),
          keys.webhook(tenant_id, webhook_id),
          keys.webhookStanding(webhook_id),
        ]);
      // Deleted meanwhile, with all its deliveries.
      if (!delivery.value || !webhook.value) return;
      const answer = await this.#keepAnswer(op, attempt, delivery.value);
      const { error, at } = attempt;
      const is_last = attempts > RETRY_MS.length;
      op.check(delivery).set(delivery.key, {
        ...delivery.value,
        state: error === null ? "delivered" : is_last ? "failed" : "waiting",
        attempts: [...delivery.value.attempts, { ...attempt, answer }]
          .slice(-MAX_ATTEMPTS),
      });
      const failing_since = error === null
        ? null
        : standing.value?.failing_since ?? at;
      op.set(standing.key, {
        ...{ failing_since, last_at: at, last_error: error },
      });
      const because = offBecause(attempt, failing_since);
      if (because && webhook.value.off_at === null) {
        await this.#switchOff(op, webhook as Deno.KvEntry<Webhook>, because);
      }
    });
  }

  /**
   * The part of a response that is kept: nothing if it may quote a conversation erased meanwhile. Otherwise the
   * response is noted for deletion with the conversation.
   */
  async #keepAnswer(
    op: Deno.AtomicOperation,
    { answer }: Attempt,
    { subject: { session_id } }: Delivery,
  ): Promise<string> {
    if (answer === "" || session_id === undefined) return answer;
    const { kv, clock } = this.app;
    const session = await kv.get(keys.session(session_id));
    op.check(session);
    if (session.value === null) return "";
    const { webhook_id, delivery_id } = this.#ref;
    const key = keys.webhookAnswer(session_id, webhook_id, delivery_id);
    const gone_at = clock.now() + DELIVERY_KEPT_MS;
    op.set(key, null).set(expiryKey(gone_at, "delete", key), null);
    return answer;
  }

  async #switchOff(
    op: Deno.AtomicOperation,
    entry: Deno.KvEntry<Webhook>,
    reason: OffReason,
  ): Promise<void> {
    const webhook = entry.value;
    const off_at = iso(this.app.clock.now());
    op.check(entry).set(entry.key, {
      ...webhook,
      off_at,
      off_because: OFF_REASONS[reason],
    });
    await unsubscribe(this.app, op, webhook);
    const { tenant_id, id, url, twin_id } = webhook;
    const { host } = new URL(url);
    const actor = { tenant_id, user_id: null, user_name: "Twincast" };
    const action = "webhook.switched_off";
    recordAudit(this.app, op, actor, { action, id, name: host });
    await addOwnerLetters(this.app, op, tenant_id, {
      words: switchedOffWords(host, reason),
      url: `${this.app.config.base_url}/dashboard/webhooks?twin=${twin_id}`,
    });
  }

  /** Ends a delivery that is not sent. */
  async #end(state: Delivery["state"]): Promise<void> {
    const { webhook_id, delivery_id } = this.#ref;
    await commitWithRetry(this.app.kv, async (op) => {
      this.lease.guard(op);
      const entry = await this.app.kv.get<Delivery>(
        keys.webhookDelivery(webhook_id, delivery_id),
      );
      if (!entry.value) return;
      op.check(entry).set(entry.key, { ...entry.value, state });
    });
  }
}

function offBecause(
  { status, at }: Attempt,
  failing_since: string | null,
): OffReason | null {
  if (status === 410) return "gone";
  const failing_ms = failing_since === null
    ? 0
    : Date.parse(at) - Date.parse(failing_since);
  return failing_ms < LONGEST_FAILING_MS ? null : "failing";
}
