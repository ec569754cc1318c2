import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";
import type {
  ChannelStanding,
  ChannelView,
  StoredChannel,
} from "../schemas/channel.ts";
import type { List, ListQuery } from "../schemas/common.ts";
import { keys } from "../store/keys.ts";
import { getAll, pageOf } from "../store/list.ts";
import { platformsOf } from "../content/channels.ts";
import { requireTwin } from "../twins/twins.ts";

/** Lists the channels of the actor's tenant, or of one twin, newest first, without secrets. */
export async function listChannelViews(
  app: Context,
  actor: Actor,
  { twin_id, ...query }: ListQuery & { twin_id?: string },
): Promise<List<ChannelView>> {
  if (twin_id) await requireTwin(app, actor, twin_id);
  const all = await platformsOf(app, actor.tenant_id, twin_id);
  const { items, next_cursor } = pageOf(all, query);
  const standings = await getAll<ChannelStanding>(
    app.kv,
    items.map(({ id }) => keys.channelStanding(id)),
  );
  return {
    items: items.map((channel, i) => viewChannel(app, channel, standings[i])),
    next_cursor,
  };
}

/** The address to which a platform sends messages. */
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
