import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";
import type {
  ChannelStanding,
  ChannelView,
  StoredChannel,
} from "../schemas/channel.ts";
import type { List, ListQuery } from "../schemas/common.ts";
import { keys } from "../store/keys.ts";
import { getAll } from "../store/list.ts";
import { requireTwin } from "../twins/twins.ts";

/** The channels of the actor's tenant, or of one twin, newest first, without secrets. */
export async function listChannelViews(
  app: Context,
  actor: Actor,
  { twin_id, limit, cursor }: ListQuery & { twin_id?: string },
): Promise<List<ChannelView>> {
  if (twin_id) await requireTwin(app, actor, twin_id);
  const all = (await ofTenant(app, actor.tenant_id, twin_id)).reverse()
    .filter(({ id }) => !cursor || id < cursor);
  const page = all.slice(0, limit);
  const standings = await getAll<ChannelStanding>(
    app.kv,
    page.map(({ id }) => keys.channelStanding(id)),
  );
  return {
    items: page.map((channel, i) => viewChannel(app, channel, standings[i])),
    next_cursor: all.length > limit ? page[limit - 1].id : null,
  };
}

/** A tenant's channels, or those of one twin, oldest first. */
export async function ofTenant(
  { kv }: Pick<Context, "kv">,
  tenant_id: string,
  twin_id?: string,
): Promise<StoredChannel[]> {
  const prefix = keys.channelsByTenant(tenant_id);
  const places = await Array.fromAsync(kv.list<true>({ prefix }));
  const all = await getAll<StoredChannel>(
    kv,
    places.map(({ key }) => keys.channel(String(key.at(-1)))),
  );
  return all.filter((channel) => channel !== null)
    .filter((channel) => !twin_id || channel.twin_id === twin_id);
}

/** Where a platform sends what people write. */
export function hookUrl(
  { config }: Pick<Context, "config">,
  { id, kind }: Pick<StoredChannel, "id" | "kind">,
): string {
  return `${config.base_url}/hooks/${kind}/${id}`;
}

export function viewChannel(
  app: Context,
  channel: StoredChannel,
  standing: ChannelStanding | null,
): ChannelView {
  const { id, twin_id, kind, name, paused, facts, created_at } = channel;
  return {
    ...{ id, twin_id, kind, name, paused, created_at },
    bot_name: facts.bot_name,
    bot_url: facts.url,
    hook_url: hookUrl(app, channel),
    last_message_at: standing?.last_message_at ?? null,
    last_error: standing?.last_error ?? null,
    last_error_at: standing?.last_error_at ?? null,
  };
}
