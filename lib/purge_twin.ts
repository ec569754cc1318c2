import type { Context } from "./context.ts";
import { removeChannelsOf } from "./channels/removal.ts";
import { purgeItem } from "./content/texts.ts";
import { purgeSession } from "./conversations/purge.ts";
import { removeIntakesOf } from "./intake/intakes.ts";
import { removeJobsOf } from "./jobs/removal.ts";
import type { Session } from "./schemas/chat.ts";
import type { ContentItem } from "./schemas/content.ts";
import type { Source } from "./schemas/source.ts";
import type { Twin } from "./schemas/twin.ts";
import { commit } from "./store/commit.ts";
import { keys } from "./store/keys.ts";
import { deleteAll } from "./store/list.ts";
import { removeWebhooksOf } from "./webhooks/removal.ts";

/**
 * Removes everything that belongs to a deleted twin. Not atomic: the twin's own record goes last, so that an
 * interrupted purge is resumed.
 */
export async function purgeTwin(app: Context, twin: Twin): Promise<void> {
  const { kv } = app;
  await removeJobsOf(kv, twin.id);
  await removeIntakesOf(kv, twin.id);
  // Dependent records go first: their keys are found through the others.
  await purgeSourcePages(kv, twin);
  await purgeContent(kv, twin);
  await purgeSessions(app, twin);
  await purgeApiKeys(kv, twin);
  for (const prefix of prefixesOf(twin)) await deleteAll(kv, prefix);
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

/** The prefixes under which everything is the twin's. */
function prefixesOf({ id, tenant_id }: Twin): Deno.KvKey[] {
  return [
    keys.contents(id),
    keys.contentsByDigest(id),
    keys.deletedContents(id),
    keys.contentHistory(id),
    keys.contentChanges(id),
    keys.publicContents(id),
    keys.limitedContentsOf(id),
    keys.sessionsByTwin(id),
    keys.sessionsByChannels(id),
    keys.sessionsRatedDown(id),
    keys.unansweredOf(id),
    keys.apiKeysByTwin(id),
    keys.leads(id),
    keys.answeredLeads(id),
    keys.figures(id),
    keys.quotesOf(id),
    keys.opensOf(id),
    keys.dismissedFindings(id),
    keys.foundInContents(id),
    keys.sources(id),
    keys.newsOfTwin(tenant_id, id),
  ];
}

async function purgeSourcePages(kv: Deno.Kv, { id }: Twin): Promise<void> {
  const sources = kv.list<Source>({ prefix: keys.sources(id) });
  for await (const { key } of sources) {
    await deleteAll(kv, keys.sourcePages(String(key[2])));
  }
}

async function purgeContent(kv: Deno.Kv, { id }: Twin): Promise<void> {
  for (const prefix of [keys.contents(id), keys.deletedContents(id)]) {
    for await (const { value } of kv.list<ContentItem>({ prefix })) {
      await purgeItem(kv, value);
    }
  }
}

async function purgeSessions(app: Context, { id }: Twin): Promise<void> {
  const listed = app.kv.list<true>({ prefix: keys.sessionsByTwin(id) });
  for await (const { key } of listed) {
    const session = await app.kv.get<Session>(keys.session(String(key[2])));
    if (session.value) await purgeSession(app, session.value);
  }
}

async function purgeApiKeys(
  kv: Deno.Kv,
  { id, tenant_id }: Twin,
): Promise<void> {
  const listed = kv.list<string>({ prefix: keys.apiKeysByTwin(id) });
  for await (const entry of listed) {
    const key_id = String(entry.key[2]);
    await deleteAll(kv, keys.keyOriginDays(key_id));
    await commit(
      kv.atomic().delete(keys.apiKey(entry.value))
        .delete(keys.apiKeyByTenant(tenant_id, key_id))
        .delete(keys.keyLastUsed(key_id))
        .delete(keys.keyLastUsedFor(key_id)),
    );
  }
}
