import { endTwinsOf } from "./accounts/delete_account.ts";
import type { PasswordReset } from "./accounts/password_resets.ts";
import type { Context } from "./context.ts";
import { DAY, HOUR } from "./clock.ts";
import { CONTENT_KEPT_MS, type DeletedContent } from "./content/deletion.ts";
import {
  deleteRevision,
  purgeRevision,
  revisionExpiry,
} from "./content/texts.ts";
import { forgetContentChange } from "./content/changes.ts";
import { describeError } from "./log.ts";
import { removeJob, removeJobsOf } from "./jobs/removal.ts";
import type { DashboardSession } from "./schemas/account.ts";
import type { ContentItem } from "./schemas/content.ts";
import type { Session } from "./schemas/chat.ts";
import type { Invitation } from "./schemas/team.ts";
import type { Twin } from "./schemas/twin.ts";
import type { Dismissed } from "./conversations/unanswered.ts";
import { applyRetention, keptUntil } from "./conversations/retention.ts";
import { purgeSession, purgeTexts } from "./conversations/sessions.ts";
import { PARTS, type SlidingWindow } from "./limits/sliding_window.ts";
import { expiryKey } from "./store/expiries.ts";
import { keys } from "./store/keys.ts";
import { deleteAll, deleteListed } from "./store/list.ts";
import { TWIN_KEPT_MS } from "./twins/twins.ts";
import { INVITATION_KEPT_MS } from "./team/invitations.ts";
import { commit } from "./store/commit.ts";

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
  tenant: removeTenant,
  password_link: removePasswordLink,
  job: removeEndedJob,
};

/**
 * Removes what has gone stale, oldest first: windows, sessions, invitations, replaced texts, deleted twins.
 * What turns out to be in use is noted again for later. Ends after `limit` entries; answers how many it took.
 */
export async function sweep(app: Context, limit = 10_000): Promise<number> {
  const this_hour = Math.floor(app.clock.now() / HOUR);
  // Marks of commits whose answers nobody waits for any more.
  await deleteListed(app.kv, {
    start: [...keys.commitMarks()],
    end: [...keys.commitMarks(), this_hour - 1],
  });
  const due = app.kv.list({
    start: [...keys.expiries()],
    end: [...keys.expiries(), this_hour],
  }, { limit });
  let swept = 0;
  for await (const entry of due) {
    const [, , kind, ...key] = entry.key;
    const again_at = await remove(app, String(kind), key, entry.value);
    const op = app.kv.atomic().delete(entry.key);
    if (again_at) op.set(expiryKey(again_at, String(kind), key), entry.value);
    await commit(op);
    swept++;
  }
  return swept;
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

async function removeContentChange(app: Context, key: Deno.KvKey) {
  await forgetContentChange(app.kv, key);
  return null;
}

async function removeEndedJob(app: Context, key: Deno.KvKey) {
  await removeJob(app, key);
  return null;
}

async function removeEntry(app: Context, key: Deno.KvKey) {
  await commit(app.kv.atomic().delete(key));
  return null;
}

/** A question that was put back and dismissed again has a note of its own for the new end. */
async function removeDismissed(app: Context, key: Deno.KvKey) {
  const entry = await app.kv.get<Dismissed>(key);
  if (!entry.value) return null;
  if (Date.parse(entry.value.expires_at) > app.clock.now()) return null;
  await commit(app.kv.atomic().check(entry).delete(key));
  return null;
}

async function removeInvitation(app: Context, key: Deno.KvKey) {
  const entry = await app.kv.get<Invitation>(key);
  if (!entry.value) return null;
  const kept_until = Date.parse(entry.value.expires_at) + INVITATION_KEPT_MS;
  // Sent again since, with a note of its own for the new end.
  if (kept_until > app.clock.now()) return null;
  const { id, tenant_id, email } = entry.value;
  const good = await app.kv.get(keys.invitationByEmail(tenant_id, email));
  const op = app.kv.atomic().check(entry).delete(key);
  if (good.value === id) op.check(good).delete(good.key);
  await commit(op);
  return null;
}

/** Where a member's reset link is; a newer one has a note of its own. */
async function removePasswordLink(app: Context, key: Deno.KvKey) {
  const place = await app.kv.get<string>(key);
  if (!place.value) return null;
  const link = await app.kv.get<PasswordReset>(keys.passwordReset(place.value));
  const until = Date.parse(link.value?.expires_at ?? "");
  if (until > app.clock.now()) return null;
  await commit(app.kv.atomic().check(place).delete(key));
  return null;
}

async function removeWindow(app: Context, key: Deno.KvKey, note: unknown) {
  const window_ms = Number(note);
  const entry = await app.kv.get<SlidingWindow>(key);
  if (!entry.value) return null;
  const stale_at = (entry.value.part + PARTS + 1) * (window_ms / PARTS) + HOUR;
  if (stale_at > app.clock.now()) return stale_at;
  // Checked: a call that charges it at this moment keeps it, and it is noted again.
  const { ok } = await commit(app.kv.atomic().check(entry).delete(key));
  return ok ? null : app.clock.now() + HOUR;
}

async function removeDashboardSession(app: Context, key: Deno.KvKey) {
  const { value } = await app.kv.get<DashboardSession>(key);
  if (!value) return null;
  await commit(
    app.kv.atomic().delete(key)
      .delete(keys.dashboardSessionByUser(value.user_id, value.token_hash)),
  );
  return null;
}

async function removeSession(app: Context, key: Deno.KvKey, note: unknown) {
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

/** `key` is the item's key and, last, the revision that was replaced or never switched to. */
async function removeRevision(app: Context, key: Deno.KvKey) {
  const [, twin_id, id, revision] = key.map(String);
  await deleteRevision(app.kv, { id, twin_id, revision });
  return null;
}

async function removeDeletedContent(app: Context, key: Deno.KvKey) {
  const entry = await app.kv.get<DeletedContent>(key);
  if (!entry.value) return null;
  const due_at = Date.parse(entry.value.deleted_at) + CONTENT_KEPT_MS;
  if (due_at > app.clock.now()) return due_at;
  // The record first: whoever brings it back at this moment keeps the text. Noted, should this process end now.
  const { ok } = await commit(
    app.kv.atomic().check(entry).delete(key)
      .set(revisionExpiry(entry.value, app.clock.now()), null),
  );
  if (ok) await deleteRevision(app.kv, entry.value);
  return null;
}

/** What the twin's days, which were changed, do not keep. */
async function removeBeyondRetention(app: Context, key: Deno.KvKey) {
  const { value } = await app.kv.get<Twin>(key);
  if (value) await applyRetention(app, value);
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

/** What a team left behind whose last member deleted their account; its twins are purged by their own notes. */
async function removeTenant(app: Context, key: Deno.KvKey) {
  const tenant_id = String(key[1]);
  // Those that the deletion itself did not come to.
  await endTwinsOf(app, tenant_id);
  for (
    const prefix of [
      keys.audits(tenant_id),
      keys.invitations(tenant_id),
      keys.invitationsByEmail(tenant_id),
      keys.passwordResetsByMember(tenant_id),
      keys.apiKeysByTenant(tenant_id),
    ]
  ) await deleteAll(app.kv, prefix);
  return null;
}

/** Removes all that a deleted twin held, its own record last, so that a cut-short purge is taken up again. */
async function purgeTwin(app: Context, twin: Twin): Promise<void> {
  const { kv } = app;
  await removeJobsOf(kv, twin.id);
  for (
    const prefix of [keys.contents(twin.id), keys.deletedContents(twin.id)]
  ) {
    for await (const { value } of kv.list<ContentItem>({ prefix })) {
      await purgeRevision(kv, value);
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
        .delete(keys.keyLastUsed(key_id)),
    );
  }
  for (
    const prefix of [
      keys.contents(twin.id),
      keys.contentsByDigest(twin.id),
      keys.deletedContents(twin.id),
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
    ]
  ) await deleteAll(kv, prefix);
  await commit(
    kv.atomic().delete(keys.avatar(twin.id))
      .delete(keys.shareLink(twin.id)).delete(keys.contentVersion(twin.id))
      .delete(keys.siteImport(twin.id))
      .delete(keys.vectorsState(twin.id))
      .delete(keys.contentChangesFloor(twin.id))
      .delete(keys.twin(twin.id)),
  );
}
