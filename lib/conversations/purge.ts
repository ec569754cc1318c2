import type { Context } from "../context.ts";
import { channelName, type Exchange, type Session } from "../schemas/chat.ts";
import { removeLettersOf } from "../mail/outbox.ts";
import { keys } from "../store/keys.ts";
import { deleteAll } from "../store/list.ts";
import { commit } from "../store/commit.ts";
import { removeAnswersAbout } from "../webhooks/removal.ts";
import { isUnanswered } from "./exchanges.ts";

/**
 * Removes a session, all its messages, and the e-mail left there. Whatever adds to a session checks its record in the
 * same commit, so nothing is added after the purge's first commit.
 */
export async function purgeSession(
  app: Context,
  session: Session,
): Promise<void> {
  const op = app.kv.atomic();
  addPurge(op, session);
  await commit(op);
  await purgeTexts(app, session.id, session.twin_id);
}

/** The first commit of a purge: it ends the session, and `purgeTexts` then removes its messages. */
export function addPurge(op: Deno.AtomicOperation, session: Session): void {
  const { id, twin_id } = session;
  const channel = channelName(session.channel) ?? "";
  op.delete(keys.session(id))
    .delete(keys.sessionByTwin(twin_id, id))
    .delete(keys.sessionByChannel(twin_id, channel, id))
    .delete(keys.sessionRatedDown(twin_id, id))
    .delete(keys.lead(twin_id, leadId(session)))
    .delete(keys.answeredLead(twin_id, leadId(session)));
}

/** Removes the messages and the e-mail of a deleted session. */
export async function purgeTexts(
  app: Context,
  session_id: string,
  twin_id: string,
): Promise<void> {
  // For old stores, in which an e-mail could outlive its session.
  const lead_id = leadId({ id: session_id });
  await commit(
    app.kv.atomic().delete(keys.lead(twin_id, lead_id))
      .delete(keys.answeredLead(twin_id, lead_id)),
  );
  const prefix = keys.messages(session_id);
  for await (const { value } of app.kv.list<Exchange>({ prefix })) {
    if (!isUnanswered(value)) continue;
    await commit(app.kv.atomic().delete(keys.unanswered(twin_id, value.id)));
  }
  await deleteAll(app.kv, prefix);
  await deleteAll(app.kv, keys.messageClaims(session_id));
  await removeLettersOf(app, session_id);
  await removeAnswersAbout(app, session_id);
}

/** The id of a session's one e-mail: the session's own ULID, so that their list is in order of time. */
export function leadId(session: Pick<Session, "id">): string {
  return session.id.replace("ses_", "led_");
}
