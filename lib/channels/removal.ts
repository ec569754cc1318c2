import type { Context } from "../context.ts";
import { removeJobsOf } from "../jobs/removal.ts";
import type { StoredChannel } from "../schemas/channel.ts";
import { commit } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import { deleteAll } from "../store/list.ts";

/** Removes what a deleted channel had stored: messages on their way, and who wrote them. */
export async function removeMessagesOf(
  { kv }: Pick<Context, "kv">,
  channel_id: string,
): Promise<void> {
  await removeJobsOf(kv, channel_id);
  await deleteAll(kv, keys.channelMessages(channel_id));
  await deleteAll(kv, keys.channelPeople(channel_id));
  await deleteAll(kv, keys.channelSents(channel_id));
}

/** Removes the channels of a deleted twin; run by the sweep. */
export async function removeChannelsOf(
  { kv }: Pick<Context, "kv">,
  { id, tenant_id }: { id: string; tenant_id: string },
): Promise<void> {
  const prefix = keys.channelsByTenant(tenant_id);
  for await (const { key } of kv.list<true>({ prefix })) {
    const channel_id = String(key.at(-1));
    const entry = await kv.get<StoredChannel>(keys.channel(channel_id));
    if (entry.value && entry.value.twin_id !== id) continue;
    await removeMessagesOf({ kv }, channel_id);
    await commit(
      kv.atomic().delete(entry.key).delete(key)
        .delete(keys.channelStanding(channel_id))
        .delete(keys.channelTest(channel_id)),
    );
  }
  await commit(kv.atomic().delete(keys.channelMark(id)));
}
