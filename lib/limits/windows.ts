import type { Context } from "../context.ts";
import { HOUR } from "../clock.ts";
import { PARTS, type SlidingWindow } from "./sliding_window.ts";
import { commit } from "../store/commit.ts";

/** Removes an expired window; returns when to check again, or null when it is gone. */
export async function removeWindow(
  app: Context,
  key: Deno.KvKey,
  note: unknown,
) {
  const window_ms = Number(note);
  const entry = await app.kv.get<SlidingWindow>(key);
  if (!entry.value) return null;
  const stale_at = (entry.value.part + PARTS + 1) * (window_ms / PARTS) + HOUR;
  if (stale_at > app.clock.now()) return stale_at;
  // Checked: a call that charges it right now keeps it, and it is noted again.
  const { ok } = await commit(app.kv.atomic().check(entry).delete(key));
  return ok ? null : app.clock.now() + HOUR;
}
