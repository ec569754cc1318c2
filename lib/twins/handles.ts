import type { Context } from "../context.ts";
import { DAY, iso } from "../clock.ts";
import { AppError } from "../errors.ts";
import type { Handle, Twin } from "../schemas/twin.ts";
import { commit } from "../store/commit.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";
import { isReserved } from "./reserved_handles.ts";

/** How long an earlier handle redirects to the current one and is reserved. */
const HANDLE_KEPT_MS = 90 * DAY;
/** How often a handle may be changed within how many milliseconds. */
const MAX_CHANGES = 3;
const CHANGES_MS = 30 * DAY;

/**
 * Sets a twin's handle, or removes it, in a commit. Claiming the first one is not a change. Throws `conflict` if it
 * is reserved or someone else's, `rate_limited` after three changes in 30 days.
 */
export async function setHandle(
  app: Context,
  op: Deno.AtomicOperation,
  twin: Twin,
  handle: string | null,
): Promise<Pick<Twin, "handle" | "handle_changes">> {
  const before = twin.handle ?? null;
  const now = app.clock.now();
  const changes = (twin.handle_changes ?? [])
    .filter((at) => Date.parse(at) + CHANGES_MS > now);
  if (handle === before) return { handle, handle_changes: changes };
  if (handle !== null) await takeHandle(app, op, twin.id, handle);
  if (before === null) return { handle, handle_changes: changes };
  if (changes.length >= MAX_CHANGES) {
    const free_at = Date.parse(changes[0]) + CHANGES_MS;
    throw new AppError(
      "rate_limited",
      "The address has been changed three times in 30 days, which is the limit. Try again later.",
      { retry_after_s: Math.ceil((free_at - now) / 1_000) },
    );
  }
  const ends_at = now + HANDLE_KEPT_MS;
  const kept: Handle = { twin_id: twin.id, ends_at: iso(ends_at) };
  op.set(keys.handle(before), kept)
    .set(expiryKey(ends_at, "handle", keys.handle(before)), null);
  return { handle, handle_changes: [...changes, iso(now)] };
}

async function takeHandle(
  app: Context,
  op: Deno.AtomicOperation,
  twin_id: string,
  handle: string,
): Promise<void> {
  const entry = await app.kv.get<Handle>(keys.handle(handle));
  const holder = entry.value;
  const is_held = holder !== null && holder.twin_id !== twin_id &&
    !isOver(holder, app.clock.now());
  if (is_held || isReserved(handle)) {
    throw new AppError(
      "conflict",
      `@${handle} is taken. Choose another address.`,
      {
        issues: [{
          path: "handle",
          message: "This address is taken. Choose another.",
        }],
      },
    );
  }
  const taken: Handle = { twin_id, ends_at: null };
  op.check(entry).set(entry.key, taken);
}

/** Whether an earlier handle is free again. */
export function isOver({ ends_at }: Handle, now: number): boolean {
  return ends_at !== null && Date.parse(ends_at) <= now;
}

/** Removes an expired earlier handle; one that was taken again stays. */
export async function removeHandle(
  app: Context,
  key: Deno.KvKey,
): Promise<null> {
  const entry = await app.kv.get<Handle>(key);
  if (entry.value && isOver(entry.value, app.clock.now())) {
    await commit(app.kv.atomic().check(entry).delete(key));
  }
  return null;
}
