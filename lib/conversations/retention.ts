import { purgeSession, purgeTexts } from "./purge.ts";
import type { Context } from "../context.ts";
import { DAY } from "../clock.ts";
import type { Session } from "../schemas/chat.ts";
import { retentionOf, type Twin } from "../schemas/twin.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";
import { getAll } from "../store/list.ts";
import { commit } from "../store/commit.ts";

const BATCH = 100;

/**
 * When a conversation expires: the twin's current retention period after its last message; if it began while nothing
 * was stored, or the twin stores nothing now, at the end of its session.
 */
function keptUntil(session: Session, twin: Twin | null): number {
  const days = retentionOf(twin);
  return days === 0 || session.kept_days === 0
    ? Date.parse(session.expires_at)
    : Date.parse(session.last_active_at) + days * DAY;
}

/** Whether the team may read a conversation: not if it is stored only for its session. */
export function isShown(session: Session, twin: Twin, now_ms: number): boolean {
  return session.channel.kind !== "preview" && session.kept_days !== 0 &&
    retentionOf(twin) > 0 && keptUntil(session, twin) > now_ms;
}

/**
 * Purges a twin's expired conversations, and notes the expiry of the others. Run by the sweep after the retention
 * period has changed.
 */
async function applyRetention(app: Context, twin: Twin): Promise<void> {
  const prefix = keys.sessionsByTwin(twin.id);
  let ids: string[] = [];
  for await (const { key } of app.kv.list<true>({ prefix })) {
    if (ids.push(String(key[2])) < BATCH) continue;
    await applyTo(app, twin, ids);
    ids = [];
  }
  await applyTo(app, twin, ids);
}

async function applyTo(app: Context, twin: Twin, ids: string[]): Promise<void> {
  const found = await getAll<Session>(
    app.kv,
    ids.map((id) => keys.session(id)),
  );
  const op = app.kv.atomic();
  for (const session of found) {
    if (!session) continue;
    const until = keptUntil(session, twin);
    if (until <= app.clock.now()) await purgeSession(app, session);
    else op.set(expiryKey(until, "session", keys.session(session.id)), twin.id);
  }
  await commit(op);
}

/** Removes an expired session; returns when to check again, or null if it is gone. */
export async function removeSession(
  app: Context,
  key: Deno.KvKey,
  note: unknown,
) {
  const { value } = await app.kv.get<Session>(key);
  if (!value) {
    // Texts of a session whose deletion was interrupted.
    await purgeTexts(app, String(key[1]), String(note));
    return null;
  }
  const twin = await app.kv.get<Twin>(keys.twin(value.twin_id));
  const kept_until = keptUntil(value, twin.value);
  if (kept_until > app.clock.now()) return kept_until;
  await purgeSession(app, value);
  return null;
}

/** Applies a twin's changed retention period. */
export async function removeBeyondRetention(app: Context, key: Deno.KvKey) {
  const { value } = await app.kv.get<Twin>(key);
  if (value) await applyRetention(app, value);
  return null;
}
