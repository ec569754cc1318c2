import type { Actor, Owner } from "./actor.ts";
import type { App } from "./app.ts";
import { recordAudit } from "./audit.ts";
import { iso } from "./clock.ts";
import { AppError, invalidInput, isAppError, notFound } from "./errors.ts";
import { keyFormat, newKeyText } from "./key_format.ts";
import type { OriginUse } from "./key_uses.ts";
import { markRevocation } from "./open_streams.ts";
import { normalizeDomains } from "./origins.ts";
import {
  type ApiKey,
  type ApiKeyView,
  type CreateApiKey,
  type KeyOriginsView,
  MAX_DOMAINS,
  type NewApiKeyView,
  type UpdateApiKey,
} from "./schemas/api_key.ts";
import type { List, ListQuery } from "./schemas/common.ts";
import type { Twin } from "./schemas/twin.ts";
import { commitWithRetry } from "./store/commit.ts";
import { keys } from "./store/keys.ts";
import { getAll, listPage } from "./store/list.ts";
import { newId, sha256 } from "./tokens.ts";
import { requireTwin } from "./twins.ts";

/** Makes a key. Its text is in the answer and nowhere else: the store gets the SHA-256. */
export async function createApiKey(
  app: App,
  owner: Owner,
  input: CreateApiKey,
): Promise<NewApiKeyView> {
  const twin = await requireTwin(app, owner, input.twin_id);
  const now = app.clock.now();
  requireFuture(input.expires_at, now);
  return await addKey(app, owner, "api_key.created", {
    id: newId("key", now),
    tenant_id: owner.tenant_id,
    twin_id: twin.id,
    name: input.name,
    type: input.type,
    allowed_domains: normalizeDomains(input.allowed_domains),
    rate_limit_per_minute: input.rate_limit_per_minute ??
      app.config.limits.key.limit,
    created_at: iso(now),
    expires_at: input.expires_at ?? null,
    revoked_at: null,
    rotated_at: null,
  });
}

type UnissuedKey = Omit<ApiKey, "key_hash" | "key_prefix">;

async function addKey(
  app: App,
  owner: Owner,
  action: string,
  settings: UnissuedKey,
  also: (op: Deno.AtomicOperation) => Promise<void> = async () => {},
): Promise<NewApiKeyView> {
  const text = newKeyText(settings.type);
  const key: ApiKey = {
    ...settings,
    key_hash: sha256(text),
    key_prefix: text.slice(0, 12),
  };
  return await commitWithRetry(app.kv, async (op) => {
    await also(op);
    op.check({ key: keys.apiKey(key.key_hash), versionstamp: null })
      .set(keys.apiKey(key.key_hash), key)
      .set(keys.apiKeyByTenant(key.tenant_id, key.id), key.key_hash)
      .set(keys.apiKeyByTwin(key.twin_id, key.id), key.key_hash);
    recordAudit(app, op, owner, { action, id: key.id, name: key.name });
    return { ...viewApiKey(key, null), key: text };
  });
}

/** The tenant's keys, newest first, revoked ones included; those of deleted twins are left out. */
export async function listApiKeys(
  app: App,
  actor: Actor,
  query: ListQuery & { twin_id?: string },
): Promise<List<ApiKeyView>> {
  if (query.twin_id) await requireTwin(app, actor, query.twin_id);
  const prefix = query.twin_id
    ? keys.apiKeysByTwin(query.twin_id)
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
  const last_used = await getAll<string>(
    app.kv,
    live.map((key) => keys.keyLastUsed(key.id)),
  );
  return {
    next_cursor: page.next_cursor,
    items: live.map((key, i) => viewApiKey(key, last_used[i])),
  };
}

/** A key of the actor's tenant, revoked or not. */
export async function requireApiKey(
  app: App,
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

async function requireLiveKey(app: App, actor: Actor, key_id: string) {
  const entry = await requireApiKey(app, actor, key_id);
  if (entry.value.revoked_at !== null) throw notFound("key");
  return entry;
}

/** Changes the given settings, for the next call on. */
export async function updateApiKey(
  app: App,
  owner: Owner,
  key_id: string,
  input: UpdateApiKey,
): Promise<ApiKeyView> {
  requireFuture(input.expires_at, app.clock.now());
  const domains = input.allowed_domains &&
    { allowed_domains: normalizeDomains(input.allowed_domains) };
  return await changeKey(app, owner, key_id, () => ({ ...input, ...domains }));
}

/** Adds an origin that called to those a key lets in. */
export async function allowOrigin(
  app: App,
  owner: Owner,
  key_id: string,
  origin: string,
): Promise<ApiKeyView> {
  const [domain] = normalizeDomains([origin]);
  return await changeKey(app, owner, key_id, ({ allowed_domains }) => {
    if (allowed_domains.length >= MAX_DOMAINS) {
      throw invalidInput(
        "allowed_domains",
        `A key takes ${MAX_DOMAINS} domains. Remove one first.`,
      );
    }
    return { allowed_domains: [...new Set([...allowed_domains, domain])] };
  });
}

async function changeKey(
  app: App,
  owner: Owner,
  key_id: string,
  change: (key: ApiKey) => Partial<ApiKey>,
): Promise<ApiKeyView> {
  return await commitWithRetry(app.kv, async (op) => {
    const entry = await requireLiveKey(app, owner, key_id);
    const key: ApiKey = { ...entry.value, ...change(entry.value) };
    op.check(entry).set(entry.key, key);
    markRevocation(op);
    recordAudit(app, op, owner, {
      action: "api_key.updated",
      id: key.id,
      name: key.name,
    });
    const used = await app.kv.get<string>(keys.keyLastUsed(key.id));
    return viewApiKey(key, used.value);
  });
}

/** Ends a key with this commit; open streams of it end within a second. */
export async function revokeApiKey(
  app: App,
  owner: Owner,
  key_id: string,
): Promise<void> {
  await commitWithRetry(app.kv, async (op) => {
    const entry = await requireLiveKey(app, owner, key_id);
    const revoked_at = iso(app.clock.now());
    op.check(entry).set(entry.key, { ...entry.value, revoked_at });
    markRevocation(op);
    recordAudit(app, op, owner, {
      action: "api_key.revoked",
      id: entry.value.id,
      name: entry.value.name,
    });
  });
}

/** A new key with the same settings; the old one ends after the overlap, in seconds. One commit. */
export async function rotateApiKey(
  app: App,
  owner: Owner,
  key_id: string,
  overlap_seconds: number,
): Promise<NewApiKeyView> {
  const { value: old } = await requireRotatable(app, owner, key_id);
  const now = app.clock.now();
  const { key_hash: _hash, key_prefix: _prefix, ...settings } = old;
  const fresh = { ...settings, id: newId("key", now), created_at: iso(now) };
  return await addKey(app, owner, "api_key.rotated", fresh, async (op) => {
    const entry = await requireRotatable(app, owner, key_id);
    op.check(entry).set(
      entry.key,
      endingAt(entry.value, now, now + overlap_seconds * 1000),
    );
    markRevocation(op);
  });
}

/** A key gets one successor, and only while it is good itself. Throws `conflict` otherwise. */
async function requireRotatable(app: App, owner: Owner, key_id: string) {
  const entry = await requireLiveKey(app, owner, key_id);
  const { expires_at, rotated_at } = entry.value;
  if (rotated_at !== null) {
    throw new AppError(
      "conflict",
      "This key was rotated already. Rotate its successor instead.",
    );
  }
  if (expires_at !== null && Date.parse(expires_at) <= app.clock.now()) {
    throw new AppError(
      "conflict",
      "This key has expired, and its successor would have too. Make a new key instead.",
    );
  }
  return entry;
}

function endingAt(key: ApiKey, now: number, end: number): ApiKey {
  const rotated_at = iso(now);
  if (end <= now) return { ...key, rotated_at, revoked_at: iso(now) };
  const sooner = key.expires_at !== null && Date.parse(key.expires_at) < end;
  return { ...key, rotated_at, expires_at: sooner ? key.expires_at : iso(end) };
}

function requireFuture(expires_at: string | null | undefined, now: number) {
  if (!expires_at || Date.parse(expires_at) > now) return;
  const message = "Choose a moment in the future.";
  throw new AppError("invalid_input", message, {
    issues: [{ path: "expires_at", message }],
  });
}

/** A key that may be used now, with its twin. */
export type LiveKey = { key: ApiKey; twin: Twin; content_version: string };

/**
 * The key and its twin as they are now. One read; none when the checksum is wrong. Throws `unauthorized` for
 * a wrong, revoked, rotated or expired key, and for a key of another twin.
 */
export async function verifyApiKey(
  app: App,
  text: string,
  twin_id: string,
): Promise<LiveKey> {
  if (keyFormat(text) === null) throw unknownKey();
  return await requireKeyByHash(app, sha256(text), twin_id);
}

/** As `verifyApiKey`, for a key known by its hash. */
export async function requireKeyByHash(
  app: App,
  key_hash: string,
  twin_id: string,
): Promise<LiveKey> {
  const [key, twin, version] = await app.kv.getMany<[ApiKey, Twin, string]>([
    keys.apiKey(key_hash),
    keys.twin(twin_id),
    keys.contentVersion(twin_id),
  ]);
  const live = key.value && key.value.twin_id === twin_id &&
    key.value.revoked_at === null &&
    (key.value.expires_at === null ||
      Date.parse(key.value.expires_at) > app.clock.now()) &&
    twin.value && twin.value.deleted_at === null;
  if (!live || !key.value || !twin.value) throw unknownKey();
  return {
    key: key.value,
    twin: twin.value,
    content_version: version.value ?? "",
  };
}

function unknownKey(): AppError {
  return new AppError(
    "unauthorized",
    "This API key is wrong, revoked or expired, or belongs to another twin. Copy a live key from the dashboard, page API Keys.",
  );
}

/** Which origins called with a key in the last 7 days, most recent first. */
export async function listKeyOrigins(
  app: App,
  actor: Actor,
  key_id: string,
): Promise<KeyOriginsView> {
  await requireApiKey(app, actor, key_id);
  await app.key_uses.flush();
  const since = iso(app.clock.now() - 6 * 86_400_000).slice(0, 10);
  const seen = new Map<string, OriginUse>();
  const entries = app.kv.list<Map<string, OriginUse>>({
    start: keys.keyOrigins(key_id, since),
    end: [...keys.keyOriginDays(key_id), true],
  });
  for await (const { value } of entries) {
    for (const [origin, use] of value) {
      const sum = seen.get(origin) ?? { allowed: 0, refused: 0, last_ms: 0 };
      seen.set(origin, {
        allowed: sum.allowed + use.allowed,
        refused: sum.refused + use.refused,
        last_ms: Math.max(sum.last_ms, use.last_ms),
      });
    }
  }
  return {
    origins: [...seen].sort(([, a], [, b]) => b.last_ms - a.last_ms)
      .map(([origin, { allowed, refused, last_ms }]) => ({
        origin,
        allowed,
        refused,
        last_seen_at: iso(last_ms),
      })),
  };
}

function viewApiKey(key: ApiKey, last_used_at: string | null): ApiKeyView {
  return {
    id: key.id,
    twin_id: key.twin_id,
    name: key.name,
    type: key.type,
    key_prefix: key.key_prefix,
    allowed_domains: key.allowed_domains,
    rate_limit_per_minute: key.rate_limit_per_minute,
    created_at: key.created_at,
    last_used_at,
    expires_at: key.expires_at,
    revoked_at: key.revoked_at,
  };
}

/** Whether a key may still be used, for what it has under way. */
export async function isKeyLive(
  app: App,
  key_hash: string,
  twin_id: string,
): Promise<boolean> {
  return await requireKeyByHash(app, key_hash, twin_id)
    .then(
      () => true,
      (error) => isAppError(error) ? false : Promise.reject(error),
    );
}
