import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";
import { invalidInput } from "../errors.ts";
import { type ApiKey, contentChannel } from "../schemas/api_key.ts";
import { PLATFORM_NAMES, type StoredChannel } from "../schemas/channel.ts";
import type { ContentChannel, ContentItem } from "../schemas/content.ts";
import { keys } from "../store/keys.ts";
import { getAll, listPage } from "../store/list.ts";
import { requireTwin } from "../twins/twins.ts";

/**
 * Resolves a channel as content stores it: a rotated key's successors count as the key itself. Null if the twin does
 * not have it.
 */
export async function resolveChannel(
  app: Context,
  twin_id: string,
  channel: string,
): Promise<string | null> {
  if (channel === "link" || channel === "preview") return channel;
  if (channel.startsWith("chn_")) {
    const { value } = await app.kv.get<StoredChannel>(keys.channel(channel));
    return value?.twin_id === twin_id ? channel : null;
  }
  const { value: hash } = await app.kv.get<string>(
    keys.apiKeyByTwin(twin_id, channel),
  );
  if (hash === null) return null;
  const { value } = await app.kv.get<ApiKey>(keys.apiKey(hash));
  return value && contentChannel(value);
}

/** Resolves an item's channels for storing. Throws `invalid_input` for one that the twin does not have. */
export async function resolveChannels(
  app: Context,
  twin_id: string,
  channels: string[] | null | undefined,
): Promise<Pick<ContentItem, "channels">> {
  if (!channels) return {};
  const stored = new Set<string>();
  for (const channel of channels) {
    const known = await resolveChannel(app, twin_id, channel);
    if (known) stored.add(known);
    else throw invalidInput("channels", `This twin has no channel ${channel}.`);
  }
  return { channels: [...stored] };
}

/**
 * The channels an item can be limited to: the share link, the team's preview, the newest keys in use, and platforms.
 */
export async function listChannels(
  app: Context,
  actor: Actor,
  twin_id: string,
): Promise<ContentChannel[]> {
  const { tenant_id } = await requireTwin(app, actor, twin_id);
  const prefix = keys.apiKeysByTwin(twin_id);
  const page = await listPage<string>(app.kv, prefix, { limit: 100 });
  const records = await getAll<ApiKey>(
    app.kv,
    page.items.map(({ value }) => keys.apiKey(value)),
  );
  const names = new Map([["link", "Share link"]]);
  for (const key of records) {
    if (!key || key.revoked_at !== null) continue;
    const channel = contentChannel(key);
    if (!names.has(channel)) names.set(channel, key.name);
  }
  for (const channel of await platformsOf(app, tenant_id, twin_id)) {
    const { id, kind, name } = channel;
    names.set(id, `${name} (${PLATFORM_NAMES[kind]})`);
  }
  names.set("preview", "Your team’s preview");
  return [...names].map(([id, name]) => ({ id, name }));
}

/** A team's channels on platforms, or those of one twin, oldest first. */
export async function platformsOf(
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
  return all.filter((one) => one !== null)
    .filter((one) => !twin_id || one.twin_id === twin_id);
}
