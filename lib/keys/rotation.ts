import type { Actor, Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import { DAY, iso } from "../clock.ts";
import { AppError } from "../errors.ts";
import {
  type ApiKey,
  type ApiKeyView,
  contentChannel,
  type NewApiKeyView,
  type RotateApiKeyInput,
} from "../schemas/api_key.ts";
import { newId } from "../crypto/ids.ts";
import type { WithAdmission } from "../limits/admission.ts";
import { commitWithRetry } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import { addKey, requireApiKey, requireLiveKey } from "./api_keys.ts";
import { viewApiKey } from "./views.ts";

/** How long a key still works once its successor is in use. */
const REPLACED_MS = 7 * DAY;

/** How many keys in a row may wait for a successor that was never used. */
const MAX_REPLACED = 50;

/**
 * Creates a key with the same settings; the old one ends after the overlap, or that long after the new one's first
 * call. One commit. Throws `rate_limited` as `addKey`.
 */
export async function rotateApiKey(
  app: Context & WithAdmission,
  owner: Owner,
  key_id: string,
  { overlap, overlap_seconds = 0 }: RotateApiKeyInput,
): Promise<NewApiKeyView> {
  const now = app.clock.now();
  return await addKey(app, owner, "api_key.rotated", async (op) => {
    const entry = await requireRotatable(app, owner, key_id);
    const old = entry.value;
    op.check(entry).set(
      entry.key,
      overlap
        ? { ...old, rotated_at: iso(now) }
        : endingAt(old, now, now + overlap_seconds * 1000),
    );
    const {
      key_hash,
      key_prefix: _prefix,
      replaces: _replaces,
      replacing_since: _since,
      ...settings
    } = old;
    return {
      ...settings,
      id: newId("key", now),
      first_id: contentChannel(old),
      created_at: iso(now),
      ...(overlap ? { replaces: key_hash } : {}),
    };
  });
}

/** The key that this one replaces, while it still works; null if none. */
export async function getReplaced(
  app: Context,
  actor: Actor,
  key_id: string,
): Promise<ApiKeyView | null> {
  const { value: key } = await requireApiKey(app, actor, key_id);
  if (!key.replaces) return null;
  const { value: old } = await app.kv.get<ApiKey>(keys.apiKey(key.replaces));
  const is_over = !old || old.revoked_at !== null ||
    (old.expires_at !== null &&
      Date.parse(old.expires_at) <= app.clock.now());
  return is_over ? null : viewApiKey(old, null);
}

/** A key gets one successor, and only while it is valid itself. Throws `conflict` otherwise. */
async function requireRotatable(app: Context, owner: Owner, key_id: string) {
  const entry = await requireLiveKey(app, owner, key_id);
  const { expires_at, rotated_at } = entry.value;
  if (rotated_at !== null) {
    throw new AppError(
      "conflict",
      "This key has already been rotated. Rotate its successor instead.",
    );
  }
  if (expires_at !== null && Date.parse(expires_at) <= app.clock.now()) {
    throw new AppError(
      "conflict",
      "This key has expired, and its successor would have expired too. Create a new key instead.",
    );
  }
  return entry;
}

function endingAt(key: ApiKey, now: number, end: number): ApiKey {
  const rotated_at = key.rotated_at ?? iso(now);
  if (end <= now) return { ...key, rotated_at, revoked_at: iso(now) };
  const sooner = key.expires_at !== null && Date.parse(key.expires_at) < end;
  return { ...key, rotated_at, expires_at: sooner ? key.expires_at : iso(end) };
}

/**
 * Records a successor's first call: the key it replaces, and any that this one was to replace, then have 7 days left.
 * One commit; later calls change nothing.
 */
export async function noteFirstCall(
  app: Context,
  { key_hash }: ApiKey,
): Promise<void> {
  await commitWithRetry(app.kv, async (op) => {
    const now = app.clock.now();
    const fresh = await app.kv.get<ApiKey>(keys.apiKey(key_hash));
    if (!fresh.value || fresh.value.replacing_since) return;
    const replacing_since = iso(now);
    op.check(fresh).set(fresh.key, { ...fresh.value, replacing_since });
    let hash = fresh.value.replaces;
    for (let depth = 0; hash && depth < MAX_REPLACED; depth++) {
      const old: Deno.KvEntryMaybe<ApiKey> = await app.kv.get<ApiKey>(
        keys.apiKey(hash),
      );
      if (!old.value) return;
      op.check(old);
      if (old.value.revoked_at === null) {
        op.set(old.key, endingAt(old.value, now, now + REPLACED_MS));
      }
      hash = old.value.replacing_since ? undefined : old.value.replaces;
    }
  });
}
