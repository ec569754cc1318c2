import type { Actor, Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import { recordAudit } from "../audit/audit.ts";
import { commitAs } from "../authority.ts";
import { iso } from "../clock.ts";
import { AppError, notFound } from "../errors.ts";
import { newKeyText } from "./format.ts";
import { normalizeDomains } from "./domains.ts";
import {
  type ApiKey,
  type ApiKeyView,
  type CreateApiKeyInput,
  type NewApiKeyView,
  type UpdateApiKeyInput,
} from "../schemas/api_key.ts";
import type { List, ListQuery } from "../schemas/common.ts";
import type { Twin } from "../schemas/twin.ts";
import type { WithAdmission } from "../limits/admission.ts";
import { admitOrThrow, policyCharge } from "../limits/policies.ts";
import { keys } from "../store/keys.ts";
import { getAll, listPage } from "../store/list.ts";
import { newId } from "../crypto/ids.ts";
import { sha256 } from "../crypto/secrets.ts";
import { requireNoMoreRights, requireScopesAllowed } from "./own_scopes.ts";
import { requireTwin } from "../twins/twins.ts";
import { viewApiKey } from "./views.ts";
import { addEvent } from "../webhooks/outbox.ts";
import type { AuditAction } from "../schemas/team.ts";

/** Creates a key. Only the return value has its text: the store gets the SHA-256. */
export async function createApiKey(
  app: Context & WithAdmission,
  owner: Owner,
  input: CreateApiKeyInput,
): Promise<NewApiKeyView> {
  const twin = await requireTwin(app, owner, input.twin_id);
  const now = app.clock.now();
  requireFuture(input.expires_at, now);
  requireScopesAllowed(input.type, input.scopes);
  return await addKey(app, owner, "api_key.created", () => ({
    id: newId("key", now),
    tenant_id: owner.tenant_id,
    twin_id: twin.id,
    name: input.name,
    type: input.type,
    allowed_domains: normalizeDomains(input.allowed_domains),
    ...input.scopes && { scopes: input.scopes },
    rate_limit_per_minute: input.rate_limit_per_minute ??
      app.config.limits.key.limit,
    created_at: iso(now),
    expires_at: input.expires_at ?? null,
    revoked_at: null,
    rotated_at: null,
  }));
}

type UnissuedKey = Omit<ApiKey, "key_hash" | "key_prefix">;

/**
 * Creates a key; if the settings depend on stored data, the commit itself reads them. Throws `rate_limited` if the
 * team has created many: ended ones are kept as a record.
 */
export async function addKey(
  app: Context & WithAdmission,
  owner: Owner,
  action: AuditAction,
  settingsOf: (op: Deno.AtomicOperation) => Promise<UnissuedKey> | UnissuedKey,
): Promise<NewApiKeyView> {
  await admitOrThrow(app, [policyCharge(app, "team_keys", owner.tenant_id)]);
  return await commitAs(app, owner, async (op) => {
    const settings = await settingsOf(op);
    const text = newKeyText(settings.type);
    const key: ApiKey = {
      ...settings,
      key_hash: sha256(text),
      key_prefix: text.slice(0, 12),
    };
    await requireNoMoreRights(app, owner, key);
    op.check({ key: keys.apiKey(key.key_hash), versionstamp: null })
      .set(keys.apiKey(key.key_hash), key)
      .set(keys.apiKeyByTenant(key.tenant_id, key.id), key.key_hash)
      .set(keys.apiKeyByTwin(key.twin_id, key.id), key.key_hash);
    recordAudit(app, op, owner, { action, id: key.id, name: key.name });
    return { ...viewApiKey(key), key: text };
  });
}

/** Lists the tenant's keys, newest first, including revoked ones; those of deleted twins are omitted. */
export async function listApiKeys(
  app: Context,
  actor: Actor,
  query: ListQuery & { twin_id?: string },
): Promise<List<ApiKeyView>> {
  const twin_id = query.twin_id ?? actor.key?.twin_id;
  if (twin_id) await requireTwin(app, actor, twin_id);
  const prefix = twin_id
    ? keys.apiKeysByTwin(twin_id)
    : keys.apiKeysByTenant(actor.tenant_id);
  const page = await listPage<string>(app.kv, prefix, query);
  const records = (await getAll<ApiKey>(
    app.kv,
    page.items.map(({ value }) => keys.apiKey(value)),
  )).filter((key) => key !== null);
  const twins = await getAll<Twin>(
    app.kv,
    records.map((key) => keys.twin(key.twin_id)),
  );
  const live = records.filter((_, i) => twins[i]?.deleted_at === null);
  const [last_used, last_used_for] = await Promise.all([
    getAll<string>(app.kv, live.map((key) => keys.keyLastUsed(key.id))),
    getAll<string>(app.kv, live.map((key) => keys.keyLastUsedFor(key.id))),
  ]);
  return {
    next_cursor: page.next_cursor,
    items: live.map((key, i) =>
      viewApiKey(key, last_used[i], last_used_for[i])
    ),
  };
}

/** The names of the tenant's keys by id, including ended ones. */
export async function listKeyNames(
  app: Context,
  actor: Actor,
  key_ids: Iterable<string>,
): Promise<Map<string, string>> {
  const hashes = await getAll<string>(
    app.kv,
    [...new Set(key_ids)].map((id) => keys.apiKeyByTenant(actor.tenant_id, id)),
  );
  const records = await getAll<ApiKey>(
    app.kv,
    hashes.filter((hash) => hash !== null).map(keys.apiKey),
  );
  return new Map(
    records.filter((key) => key !== null).map(({ id, name }) => [id, name]),
  );
}

/** Reads a key of the actor's tenant, revoked or not. */
export async function requireApiKey(
  app: Context,
  actor: Actor,
  key_id: string,
): Promise<Deno.KvEntry<ApiKey>> {
  const { value: hash } = await app.kv.get<string>(
    keys.apiKeyByTenant(actor.tenant_id, key_id),
  );
  if (hash) {
    const entry = await app.kv.get<ApiKey>(keys.apiKey(hash));
    if (entry.value) {
      await requireTwin(app, actor, entry.value.twin_id)
        .catch(() => Promise.reject(notFound("key")));
      return entry;
    }
  }
  throw notFound("key");
}

export async function requireLiveKey(
  app: Context,
  actor: Actor,
  key_id: string,
) {
  const entry = await requireApiKey(app, actor, key_id);
  if (entry.value.revoked_at !== null) throw notFound("key");
  return entry;
}

/** Changes the given settings, effective with the next call. */
export async function updateApiKey(
  app: Context,
  owner: Owner,
  key_id: string,
  input: UpdateApiKeyInput,
): Promise<ApiKeyView> {
  requireFuture(input.expires_at, app.clock.now());
  const domains = input.allowed_domains &&
    { allowed_domains: normalizeDomains(input.allowed_domains) };
  return await changeKey(app, owner, key_id, () => ({ ...input, ...domains }));
}

export async function changeKey(
  app: Context,
  owner: Owner,
  key_id: string,
  change: (key: ApiKey) => Partial<ApiKey>,
): Promise<ApiKeyView> {
  return await commitAs(app, owner, async (op) => {
    const entry = await requireLiveKey(app, owner, key_id);
    const key: ApiKey = { ...entry.value, ...change(entry.value) };
    requireScopesAllowed(key.type, key.scopes);
    await requireNoMoreRights(app, owner, entry.value);
    await requireNoMoreRights(app, owner, key);
    op.check(entry).set(entry.key, key);
    recordAudit(app, op, owner, {
      action: "api_key.updated",
      id: key.id,
      name: key.name,
    });
    const [used, used_for] = await app.kv.getMany<[string, string]>([
      keys.keyLastUsed(key.id),
      keys.keyLastUsedFor(key.id),
    ]);
    return viewApiKey(key, used.value, used_for.value);
  });
}

/** Revokes a key with this commit; its open streams end within a second. */
export async function revokeApiKey(
  app: Context,
  owner: Owner,
  key_id: string,
): Promise<void> {
  await commitAs(app, owner, async (op) => {
    const entry = await requireLiveKey(app, owner, key_id);
    const revoked_at = iso(app.clock.now());
    const { id, twin_id } = entry.value;
    op.check(entry).set(entry.key, { ...entry.value, revoked_at });
    const twin = await requireTwin(app, owner, twin_id);
    addEvent(app, op, twin, { event: "key.revoked", subject: { key_id: id } });
    recordAudit(app, op, owner, {
      action: "api_key.revoked",
      id: entry.value.id,
      name: entry.value.name,
    });
  });
}

function requireFuture(expires_at: string | null | undefined, now: number) {
  if (!expires_at || Date.parse(expires_at) > now) return;
  const message = "Choose a moment in the future.";
  throw new AppError("invalid_input", message, {
    issues: [{ path: "expires_at", message }],
  });
}
