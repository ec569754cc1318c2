import { commit } from "../store/commit.ts";
import type { Editor } from "../actor.ts";
import type { Context } from "../context.ts";
import type { WithIndexes } from "../content/indexes.ts";
import { commitAs } from "../authority.ts";
import { HOUR, iso } from "../clock.ts";
import { notFound } from "../errors.ts";
import type { Exchange } from "../schemas/chat.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";
import { getAll } from "../store/list.ts";
import { requireTwin } from "../twins/twins.ts";
import type { UnansweredEntry } from "./unanswered_note.ts";
import { findUnanswered, removeFromUnanswered } from "./unanswered.ts";

/** How long a dismissal can be undone, in milliseconds, and how many of a row's questions are then restored. */
const UNDO_MS = HOUR;
const MAX_UNDONE = 500;

/** What a dismissal removed from the list, as ids of conversations and questions, and when its record expires. */
type Dismissed = {
  expires_at: string;
  questions: [session_id: string, message_id: string][];
};

/**
 * Takes a question, and those that ask the same, off the list: it needs no answer. Returns how many there were.
 * Throws `not_found`. `restoreUnanswered` undoes it for an hour.
 */
export async function dismissUnanswered(
  app: Context & WithIndexes,
  editor: Editor,
  twin_id: string,
  message_id: string,
): Promise<number> {
  const group = await findUnanswered(app, editor, twin_id, message_id) ?? [];
  await commitAs(app, editor, async (op) => {
    const entry = await app.kv.get<UnansweredEntry>(
      keys.unanswered(twin_id, message_id),
    );
    if (entry.value === null) throw notFound("question");
    op.check(entry);
    removeFromUnanswered(op, twin_id, message_id, group);
    const same = group.filter(({ exchange }) => exchange.id !== message_id)
      .map(({ session, exchange }) => [session.id, exchange.id] as const);
    noteDismissed(app, op, twin_id, [
      [entry.value.session_id, message_id],
      ...same,
    ]);
  });
  return Math.max(1, group.length);
}

function noteDismissed(
  app: Context,
  op: Deno.AtomicOperation,
  twin_id: string,
  questions: (readonly [session_id: string, message_id: string])[],
): void {
  const ends = app.clock.now() + UNDO_MS;
  const key = keys.dismissed(twin_id, questions[0][1]);
  const dismissed: Dismissed = {
    expires_at: iso(ends),
    questions: questions.slice(0, MAX_UNDONE).map((one) => [...one]),
  };
  op.set(key, dismissed).set(expiryKey(ends, "dismissed", key), null);
}

/**
 * Restores a question dismissed within the hour, with those that asked the same and are still kept. Returns how many
 * there are. Throws `not_found`.
 */
export async function restoreUnanswered(
  app: Context,
  editor: Editor,
  twin_id: string,
  message_id: string,
): Promise<number> {
  await requireTwin(app, editor, twin_id);
  return await commitAs(app, editor, async (op) => {
    const entry = await app.kv.get<Dismissed>(
      keys.dismissed(twin_id, message_id),
    );
    const ends = Date.parse(entry.value?.expires_at ?? "");
    if (!entry.value || !(ends > app.clock.now())) throw notFound("question");
    const { questions } = entry.value;
    op.check(entry).delete(entry.key);
    const kept = await getAll<Exchange>(
      app.kv,
      questions.map(([session_id, id]) => keys.message(session_id, id)),
    );
    const back = questions.filter((_, i) => kept[i] !== null);
    for (const [session_id, id] of back) {
      const place: UnansweredEntry = { session_id };
      op.set(keys.unanswered(twin_id, id), place);
    }
    return back.length;
  });
}

/** A question restored and dismissed again has its own note for the new expiry. */
export async function removeDismissed(app: Context, key: Deno.KvKey) {
  const entry = await app.kv.get<Dismissed>(key);
  if (!entry.value) return null;
  if (Date.parse(entry.value.expires_at) > app.clock.now()) return null;
  await commit(app.kv.atomic().check(entry).delete(key));
  return null;
}
