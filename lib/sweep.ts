import type { Context } from "./context.ts";
import { DAY, HOUR } from "./clock.ts";
import { removeRevision } from "./content/texts.ts";
import { removeIntake } from "./intake/intakes.ts";
import { describeError } from "./log.ts";
import { readDueSource } from "./sources/readings_due.ts";
import { removeEndedJob } from "./jobs/removal.ts";
import type { Twin } from "./schemas/twin.ts";
import { removeDismissal } from "./findings/findings.ts";
import { gatherAudits } from "./audit/chain.ts";
import { purgeTwin } from "./purge_twin.ts";
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
import { removePasswordLink } from "./accounts/password_resets.ts";

/** Removes one kind of expired entry; returns when to check again, or null when it is gone. */
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
  quotes: removeDay,
  opens: removeDay,
  dismissed_finding: removeDismissal,
};

/** How many entries are removed at once, since a store may be far away; their notes are deleted in one commit. */
const TOGETHER = 50;

/**
 * Removes what has expired, oldest first: windows, sessions, invitations, replaced texts, deleted twins. Entries
 * still in use are noted again for later. Ends when nothing is due; returns how many entries it processed.
 */
export async function sweep(app: Context): Promise<number> {
  const this_hour = Math.floor(app.clock.now() / HOUR);
  // Marks of commits whose responses nobody waits for.
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

/**
 * Removes one entry. One that cannot be removed is logged and retried after a day: it does not hold up the others.
 */
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

/** Removes the counts of a day that is too old to be shown. */
async function removeDay(app: Context, day: Deno.KvKey) {
  await deleteAll(app.kv, day);
  return null;
}

async function removeEntry(app: Context, key: Deno.KvKey) {
  await commit(app.kv.atomic().delete(key));
  return null;
}

/** Removes an expired trial at once, with everything made from it. */
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
