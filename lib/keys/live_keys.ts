import type { Context } from "../context.ts";
import { AppError, type RefusedKey } from "../errors.ts";
import { type ApiKey, isKeyLive } from "../schemas/api_key.ts";
import type { Twin } from "../schemas/twin.ts";
import type { WithRecordCache } from "../store/record_cache.ts";
import { keys } from "../store/keys.ts";

/** A usable key, with its twin. */
export type LiveKey = { key: ApiKey; twin: Twin };

/**
 * The current key of a hash with its twin, from memory if unchanged. Throws `unauthorized` for a wrong, revoked,
 * rotated or expired key, and for a key of another twin; null accepts any twin's key.
 */
export async function requireKeyByHash(
  app: Context & WithRecordCache,
  key_hash: string,
  twin_id: string | null,
): Promise<LiveKey> {
  const reading = app.cache.get<ApiKey>(keys.apiKey(key_hash));
  const of_twin = twin_id ?? (await reading).value?.twin_id ?? "-";
  const [key, twin] = await Promise.all([
    reading,
    app.cache.get<Twin>(keys.twin(of_twin)),
  ]);
  const live = key.value && key.value.twin_id === of_twin &&
    isKeyLive(key.value, app.clock.now()) &&
    twin.value && twin.value.deleted_at === null;
  if (!live || !key.value || !twin.value) {
    // The owner of the twin may know which of its keys was refused.
    const { id = "", twin_id = null } = key.value ?? {};
    throw unknownKey(twin_id === of_twin ? { id, twin_id } : undefined);
  }
  return { key: key.value, twin: twin.value };
}

/** The one error for every unusable key. */
export function unknownKey(key?: RefusedKey): AppError {
  return new AppError(
    "unauthorized",
    "This API key is wrong, revoked or expired, or belongs to another twin. Copy an active key from the dashboard under API Keys.",
    { key },
  );
}
