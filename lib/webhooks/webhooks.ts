import type { Actor, Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import { recordAudit } from "../audit/audit.ts";
import { commitAs } from "../authority.ts";
import { iso } from "../clock.ts";
import { newId } from "../crypto/ids.ts";
import { AppError, invalidInput, notFound } from "../errors.ts";
import type { List, ListQuery } from "../schemas/common.ts";
import type { Twin } from "../schemas/twin.ts";
import {
  type CreateWebhookInput,
  MAX_WEBHOOKS,
  type NewWebhookView,
  type UpdateWebhookInput,
  type Webhook,
  type WebhookStanding,
  type WebhookView,
} from "../schemas/webhook.ts";
import { keys } from "../store/keys.ts";
import { getAll, pageOf } from "../store/list.ts";
import { requireTwin } from "../twins/twins.ts";
import { removeDeliveries } from "./removal.ts";
import { makeSecret } from "./secrets.ts";

/**
 * Creates a webhook. Only the return value has its secret: the store gets it sealed. Throws `conflict` beyond 10 per
 * twin, `unavailable` if nothing can be sealed here.
 */
export async function createWebhook(
  app: Context,
  owner: Owner,
  input: CreateWebhookInput,
): Promise<NewWebhookView> {
  requireSafe(app, input.url);
  const now = app.clock.now();
  const id = newId("whk", now);
  const { secret, sealed } = makeSecret(app, id);
  const webhook = await commitAs(app, owner, async (op) => {
    const { twin_id, url, events } = input;
    const webhook: Webhook = {
      ...{ id, tenant_id: owner.tenant_id, twin_id, url, events },
      secret: sealed,
      created_at: iso(now),
      ...{ off_at: null, off_because: null },
    };
    await subscribe(app, op, owner, webhook);
    // Read after the twin, which this commit checks and which every commit that creates one of its webhooks changes.
    const others = await ofTwin(app, owner.tenant_id, twin_id);
    if (others.length >= MAX_WEBHOOKS) {
      throw new AppError(
        "conflict",
        `A twin has at most ${MAX_WEBHOOKS} webhooks. Delete one of them first.`,
      );
    }
    op.set(keys.webhook(owner.tenant_id, id), webhook);
    audit(app, op, owner, "created", webhook);
    return webhook;
  });
  return { ...viewWebhook(webhook, null, now), secret };
}

/** Lists the webhooks of the actor's tenant, or of one twin, newest first. */
export async function listWebhooks(
  app: Context,
  actor: Actor,
  { twin_id, ...query }: ListQuery & { twin_id?: string },
): Promise<List<WebhookView>> {
  if (twin_id) await requireTwin(app, actor, twin_id);
  const all = await ofTwin(app, actor.tenant_id, twin_id);
  const { items, next_cursor } = pageOf(all, query);
  const standings = await getAll<WebhookStanding>(
    app.kv,
    items.map(({ id }) => keys.webhookStanding(id)),
  );
  return {
    items: items.map((webhook, i) =>
      viewWebhook(webhook, standings[i], app.clock.now())
    ),
    next_cursor,
  };
}

/** A webhook of the actor's tenant and of an existing twin. Throws `not_found`. */
export async function requireWebhook(
  app: Context,
  actor: Pick<Actor, "tenant_id" | "key">,
  webhook_id: string,
): Promise<Deno.KvEntry<Webhook>> {
  const entry = await app.kv.get<Webhook>(
    keys.webhook(actor.tenant_id, webhook_id),
  );
  if (entry.value === null) throw notFound("webhook");
  await requireTwin(app, actor, entry.value.twin_id)
    .catch(() => Promise.reject(notFound("webhook")));
  return entry;
}

/** Changes the given settings. One that is switched on again starts with the next event. */
export async function updateWebhook(
  app: Context,
  owner: Owner,
  webhook_id: string,
  { enabled, ...input }: UpdateWebhookInput,
): Promise<WebhookView> {
  if (input.url !== undefined) requireSafe(app, input.url);
  return await commitAs(app, owner, async (op) => {
    const entry = await requireWebhook(app, owner, webhook_id);
    const webhook = { ...entry.value, ...input };
    if (enabled !== undefined && enabled !== (webhook.off_at === null)) {
      webhook.off_at = enabled ? null : iso(app.clock.now());
      webhook.off_because = null;
      if (enabled) op.delete(keys.webhookStanding(webhook_id));
    }
    op.check(entry).set(entry.key, webhook);
    await subscribe(app, op, owner, webhook);
    audit(app, op, owner, "updated", webhook);
    const { value } = await app.kv.get<WebhookStanding>(
      keys.webhookStanding(webhook_id),
    );
    return viewWebhook(webhook, enabled ? null : value, app.clock.now());
  });
}

/** Deletes a webhook with its deliveries: nothing is sent to it after this commit. */
export async function deleteWebhook(
  app: Context,
  owner: Owner,
  webhook_id: string,
): Promise<void> {
  await commitAs(app, owner, async (op) => {
    const entry = await requireWebhook(app, owner, webhook_id);
    op.check(entry).delete(entry.key)
      .delete(keys.webhookStanding(webhook_id));
    await unsubscribe(app, op, entry.value);
    audit(app, op, owner, "deleted", entry.value);
  });
  await removeDeliveries(app, webhook_id);
}

/** Subscribes a live twin's webhook to its events in a commit, or unsubscribes it. */
async function subscribe(
  app: Context,
  op: Deno.AtomicOperation,
  owner: Owner,
  webhook: Webhook,
): Promise<void> {
  await requireTwin(app, owner, webhook.twin_id);
  await unsubscribe(app, op, webhook, webhook.off_at === null ? [webhook] : []);
}

/** Removes a webhook's subscription in a commit, or replaces it by `instead`. */
export async function unsubscribe(
  app: Pick<Context, "kv">,
  op: Deno.AtomicOperation,
  { id, twin_id }: Webhook,
  instead: Webhook[] = [],
): Promise<void> {
  const entry = await app.kv.get<Twin>(keys.twin(twin_id));
  if (!entry.value) return;
  const others = entry.value.webhooks?.filter((one) => one.id !== id) ?? [];
  const own = instead.map(({ id, events }) => ({ id, events }));
  op.check(entry)
    .set(entry.key, { ...entry.value, webhooks: [...others, ...own] });
}

async function ofTwin(
  { kv }: Context,
  tenant_id: string,
  twin_id?: string,
): Promise<Webhook[]> {
  const prefix = keys.webhooks(tenant_id);
  const all = await Array.fromAsync(kv.list<Webhook>({ prefix }));
  return all.map(({ value }) => value)
    .filter((webhook) => !twin_id || webhook.twin_id === twin_id);
}

/** Deliveries may contain visitors' messages, so they require https, or a server of the operator's own. */
function requireSafe({ config }: Context, url: string): void {
  const { protocol, host } = new URL(url);
  if (protocol === "https:" || config.local_hosts.includes(host)) return;
  throw invalidInput("url", "Write an address that begins with https://.");
}

function audit(
  app: Context,
  op: Deno.AtomicOperation,
  owner: Owner,
  done: "created" | "updated" | "deleted",
  { id, url }: Webhook,
): void {
  const { host } = new URL(url);
  recordAudit(app, op, owner, { action: `webhook.${done}`, id, name: host });
}

export function viewWebhook(
  webhook: Webhook,
  standing: WebhookStanding | null,
  now: number,
): WebhookView {
  const { id, twin_id, url, events, off_at, off_because, created_at } = webhook;
  const [old] = webhook.old_secrets ?? [];
  return {
    ...{ id, twin_id, url, events, off_because, created_at },
    enabled: off_at === null,
    failing_since: standing?.failing_since ?? null,
    last_called_at: standing?.last_at ?? null,
    last_error: standing?.last_error ?? null,
    old_secret_until: old && Date.parse(old.until) > now ? old.until : null,
  };
}
