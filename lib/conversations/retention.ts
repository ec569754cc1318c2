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
 * Until when a conversation is kept: for the twin's days after its last message, as they are set now; one that
 * began when nothing was to be stored, or of a twin that stores nothing now, until its session ends.
 */
function keptUntil(session: Session, twin: Twin | null): number {
  const days = retentionOf(twin);
  return days === 0 || session.kept_days === 0
    ? Date.parse(session.expires_at)
    : Date.parse(session.last_active_at) + days * DAY;
}

/** Whether the team may read a conversation: not if it is stored for its session only. */
export function isShown(session: Session, twin: Twin, now_ms: number): boolean {
  return session.channel.kind !== "preview" && session.kept_days !== 0 &&
    retentionOf(twin) > 0 && keptUntil(session, twin) > now_ms;
}

/**
 * Purges a twin's conversations that are kept no longer, and notes for the others when that will be. For the sweep,
 * after the days were changed.
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

/** Removes a session that is kept no longer; returns when to look again, or null when it is gone. */
export async function removeSession(
  app: Context,
  key: Deno.KvKey,
  note: unknown,
) {
  const { value } = await app.kv.get<Session>(key);
  if (!value) {
    // Texts of a session that was deleted while the process stopped.
    await purgeTexts(app, String(key[1]), String(note));
    return null;
  }
  const twin = await app.kv.get<Twin>(keys.twin(value.twin_id));
  const kept_until = keptUntil(value, twin.value);
  if (kept_until > app.clock.now()) return kept_until;
  await purgeSession(app, value);
  return null;
}

/** What the twin's days, which were changed, do not keep. */
export async function removeBeyondRetention(app: Context, key: Deno.KvKey) {
  const { value } = await app.kv.get<Twin>(key);
  if (value) await applyRetention(app, value);
  return null;
}
