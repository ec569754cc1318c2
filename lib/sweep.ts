import type { Context } from "./context.ts";
import { DAY, HOUR } from "./clock.ts";
import { purgeItem, removeRevision } from "./content/texts.ts";
import { removeIntake, removeIntakesOf } from "./intake/intakes.ts";
import { describeError } from "./log.ts";
import { readDueSource } from "./sources/readings_due.ts";
import { removeEndedJob, removeJobsOf } from "./jobs/removal.ts";
import type { ContentItem } from "./schemas/content.ts";
import type { Session } from "./schemas/chat.ts";
import type { Source } from "./schemas/source.ts";
import type { Twin } from "./schemas/twin.ts";
import { removeDismissal } from "./findings/findings.ts";
import { purgeSession } from "./conversations/purge.ts";
import { gatherAudits } from "./audit_chain.ts";
import { expiryKey } from "./store/expiries.ts";
import { keys } from "./store/keys.ts";
import { deleteAll, deleteListed } from "./store/list.ts";
import { removeHandle } from "./twins/handles.ts";
import { TWIN_KEPT_MS } from "./twins/deletion.ts";
import { commit } from "./store/commit.ts";
import { removeInvitation } from "./team/invitations.ts";
import { removeDismissed } from "./conversations/dismissals.ts";
import { removeWindow } from "./limits/windows.ts";
import { removeDashboardSession } from "./accounts/sessions.ts";
import {
  removeBeyondRetention,
  removeSession,
} from "./conversations/retention.ts";
import { removeDeletedContent } from "./content/deletion.ts";
import { removeContentChange } from "./content/changes.ts";
import { removeTenant } from "./accounts/delete_account.ts";
import { endExpiredTrial } from "./trials/removal.ts";
import { removePerson } from "./channels/people.ts";
import { removeChannelsOf } from "./channels/removal.ts";
import { removeWebhooksOf } from "./webhooks/removal.ts";
import { removePasswordLink } from "./accounts/password_resets.ts";

/** What removes one kind of stale entry; answers when to look again, or null when it is gone. */
type Remover = (
  app: Context,
  key: Deno.KvKey,
  note: unknown,
) => Promise<number | null>;

const REMOVERS: Record<string, Remover> = {
  delete: removeEntry,
  invitation: removeInvitation,
  dismissed: removeDismissed,
  rate_limit: removeWindow,
  dashboard_session: removeDashboardSession,
  session: removeSession,
  revision: removeRevision,
  deleted_content: removeDeletedContent,
  content_change: removeContentChange,
  retention: removeBeyondRetention,
  twin: removeTwin,
  trial: removeTrial,
  tenant: removeTenant,
  password_link: removePasswordLink,
  job: removeEndedJob,
  channel_person: removePerson,
  handle: removeHandle,
  intake: removeIntake,
  source: readDueSource,
  quotes: removeQuotes,
  dismissed_finding: removeDismissal,
};

/** So many entries are removed at once, for a store may be far away, and their notes by one commit. */
const TOGETHER = 50;

/**
 * Removes what has gone stale, oldest first: windows, sessions, invitations, replaced texts, deleted twins.
 * What turns out to be in use is noted again for later. Ends when nothing is due; answers how many entries it took.
 */
export async function sweep(app: Context): Promise<number> {
  const this_hour = Math.floor(app.clock.now() / HOUR);
  // Marks of commits whose answers nobody waits for any more.
  await deleteListed(app.kv, {
    start: [...keys.commitMarks()],
    end: [...keys.commitMarks(), this_hour - 1],
  });
  await gatherAudits(app);
  const due = app.kv.list({
    start: [...keys.expiries()],
    end: [...keys.expiries(), this_hour],
  });
  let swept = 0;
  let batch: Deno.KvEntry<unknown>[] = [];
  for await (const note of due) {
    batch.push(note);
    if (batch.length < TOGETHER) continue;
    await settle(app, batch);
    swept += batch.length;
    batch = [];
  }
  if (batch.length > 0) await settle(app, batch);
  return swept + batch.length;
}

/** Removes what these notes name. */
async function settle(
  app: Context,
  notes: Deno.KvEntry<unknown>[],
): Promise<void> {
  const op = app.kv.atomic();
  await Promise.all(notes.map(async (note) => {
    const [, , kind, ...key] = note.key;
    const again_at = await remove(app, String(kind), key, note.value);
    op.delete(note.key);
    if (again_at) op.set(expiryKey(again_at, String(kind), key), note.value);
  }));
  await commit(op);
}

/** Removes one entry. One that cannot be removed is logged and tried again after a day: it holds up no other. */
async function remove(
  app: Context,
  kind: string,
  key: Deno.KvKey,
  note: unknown,
) {
  try {
    return await REMOVERS[kind]?.(app, key, note) ?? null;
  } catch (error) {
    app.log("error", "sweep_failed", { kind, error: describeError(error) });
    return app.clock.now() + DAY;
  }
}

/** What was quoted on a day that nobody looks back to any more. */
async function removeQuotes(app: Context, day: Deno.KvKey) {
  await deleteAll(app.kv, day);
  return null;
}

async function removeEntry(app: Context, key: Deno.KvKey) {
  await commit(app.kv.atomic().delete(key));
  return null;
}

/** What was tried and nobody took over goes at once, with everything that was made of it. */
async function removeTrial(app: Context, key: Deno.KvKey) {
  const ended = await endExpiredTrial(app, key);
  if (ended === null || typeof ended === "number") return ended;
  await removeTwin(app, keys.twin(ended.twin_id));
  await removeTenant(app, keys.tenant(ended.tenant_id));
  return null;
}

async function removeTwin(app: Context, key: Deno.KvKey) {
  const { value: twin } = await app.kv.get<Twin>(key);
  if (!twin || twin.deleted_at === null) return null;
  const due_at = Date.parse(twin.deleted_at) + TWIN_KEPT_MS;
  if (due_at > app.clock.now()) return due_at;
  await purgeTwin(app, twin);
  return null;
}

/** Removes all that a deleted twin held, its own record last, so that a cut-short purge is taken up again. */
async function purgeTwin(app: Context, twin: Twin): Promise<void> {
  const { kv } = app;
  await removeJobsOf(kv, twin.id);
  await removeIntakesOf(kv, twin.id);
  for await (
    const { key } of kv.list<Source>({ prefix: keys.sources(twin.id) })
  ) {
    await deleteAll(kv, keys.sourcePages(String(key[2])));
  }
  for (
    const prefix of [keys.contents(twin.id), keys.deletedContents(twin.id)]
  ) {
    for await (const { value } of kv.list<ContentItem>({ prefix })) {
      await purgeItem(kv, value);
    }
  }
  for await (
    const { key } of kv.list<true>({ prefix: keys.sessionsByTwin(twin.id) })
  ) {
    const session = await kv.get<Session>(keys.session(String(key[2])));
    if (session.value) await purgeSession(app, session.value);
  }
  for await (
    const entry of kv.list<string>({ prefix: keys.apiKeysByTwin(twin.id) })
  ) {
    const key_id = String(entry.key[2]);
    await deleteAll(kv, keys.keyOriginDays(key_id));
    await commit(
      kv.atomic().delete(keys.apiKey(entry.value))
        .delete(keys.apiKeyByTenant(twin.tenant_id, key_id))
        .delete(keys.keyLastUsed(key_id))
        .delete(keys.keyLastUsedFor(key_id)),
    );
  }
  for (
    const prefix of [
      keys.contents(twin.id),
      keys.contentsByDigest(twin.id),
      keys.deletedContents(twin.id),
      keys.contentHistory(twin.id),
      keys.contentChanges(twin.id),
      keys.publicContents(twin.id),
      keys.limitedContentsOf(twin.id),
      keys.sessionsByTwin(twin.id),
      keys.sessionsByChannels(twin.id),
      keys.sessionsRatedDown(twin.id),
      keys.unansweredOf(twin.id),
      keys.apiKeysByTwin(twin.id),
      keys.leads(twin.id),
      keys.answeredLeads(twin.id),
      keys.figures(twin.id),
      keys.quotesOf(twin.id),
      keys.dismissedFindings(twin.id),
      keys.sources(twin.id),
      keys.newsOfTwin(twin.tenant_id, twin.id),
    ]
  ) await deleteAll(kv, prefix);
  await removeWebhooksOf({ kv }, twin);
  await removeChannelsOf({ kv }, twin);
  if (twin.handle) await commit(kv.atomic().delete(keys.handle(twin.handle)));
  await commit(
    kv.atomic().delete(keys.avatar(twin.id))
      .delete(keys.shareLink(twin.id)).delete(keys.contentVersion(twin.id))
      .delete(keys.vectorsState(twin.id))
      .delete(keys.sourceMark(twin.id))
      .delete(keys.contentChangesFloor(twin.id))
      .delete(keys.twin(twin.id)),
  );
}
