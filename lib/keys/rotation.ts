import type { Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import { iso } from "../clock.ts";
import { AppError } from "../errors.ts";
import {
  type ApiKey,
  contentChannel,
  type NewApiKeyView,
} from "../schemas/api_key.ts";
import { newId } from "../crypto/ids.ts";
import { addKey, requireLiveKey } from "./api_keys.ts";

/** A new key with the same settings; the old one ends after the overlap, in seconds. One commit. */
export async function rotateApiKey(
  app: Context,
  owner: Owner,
  key_id: string,
  overlap_seconds: number,
): Promise<NewApiKeyView> {
  const { value: old } = await requireRotatable(app, owner, key_id);
  const now = app.clock.now();
  const { key_hash: _hash, key_prefix: _prefix, ...settings } = old;
  const fresh = {
    ...settings,
    id: newId("key", now),
    first_id: contentChannel(old),
    created_at: iso(now),
  };
  return await addKey(app, owner, "api_key.rotated", fresh, async (op) => {
    const entry = await requireRotatable(app, owner, key_id);
    op.check(entry).set(
      entry.key,
      endingAt(entry.value, now, now + overlap_seconds * 1000),
    );
  });
}

/** A key gets one successor, and only while it is good itself. Throws `conflict` otherwise. */
async function requireRotatable(app: Context, owner: Owner, key_id: string) {
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
