import { HOUR } from "../clock.ts";
import { keys } from "./keys.ts";

/**
 * The key under which something that goes stale at `at_ms` is noted for the sweep. The store's own `expireIn`
 * promises only "not before", and on a full disk its collector ends the process.
 */
export function expiryKey(
  at_ms: number,
  kind: string,
  key: Deno.KvKey,
): Deno.KvKey {
  return keys.expiry(Math.floor(at_ms / HOUR), kind, key);
}
