import type { Server } from "./harness.ts";

/** What differs without anybody having changed anything. */
const VOLATILE = new Set([
  "dashboard_sessions",
  "dashboard_sessions_by_user",
  "expiries",
  "figures",
  "health",
  "hot_mark",
  "key_last_used",
  "key_last_used_for",
  "key_origins",
  "last_active",
  "rate_limit_tracking",
]);

/** Every entry of the store and when it was written last, as one text. */
export async function storeText({ app }: Server): Promise<string> {
  const entries = await Array.fromAsync(app.kv.list({ prefix: [] }));
  return entries.filter(({ key }) => !VOLATILE.has(String(key[0])))
    .map(({ key, versionstamp }) => `${key.join(" ")} ${versionstamp}`)
    .join("\n");
}
