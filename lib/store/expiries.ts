import { HOUR } from "../clock.ts";
import { keys } from "./keys.ts";

/**
 * The key of a sweep note for something that expires at `at_ms`. The store's own `expireIn` guarantees only "not
 * before", and on a full disk its collector ends the process.
 */
export function expiryKey(
  at_ms: number,
  kind: string,
  key: Deno.KvKey,
): Deno.KvKey {
  return keys.expiry(Math.floor(at_ms / HOUR), kind, key);
}
