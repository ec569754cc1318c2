import type { Actor } from "../actor.ts";
import type { Context } from "../context.ts";
import { invalidInput } from "../errors.ts";
import { type ApiKey, contentChannel } from "../schemas/api_key.ts";
import type { ContentChannel, ContentItem } from "../schemas/content.ts";
import { keys } from "../store/keys.ts";
import { getAll, listPage } from "../store/list.ts";
import { requireTwin } from "../twins/twins.ts";

/** A channel as content knows it: a key's successors are what the key is. Null where the twin does not have it. */
export async function resolveChannel(
  app: Context,
  twin_id: string,
  channel: string,
): Promise<string | null> {
  if (channel === "link" || channel === "preview") return channel;
  const { value: hash } = await app.kv.get<string>(
    keys.apiKeyByTwin(twin_id, channel),
  );
  if (hash === null) return null;
  const { value } = await app.kv.get<ApiKey>(keys.apiKey(hash));
  return value && contentChannel(value);
}

/** An item's channels as they are stored. Throws `invalid_input` for one that the twin does not have. */
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

/** The channels that an item can be for: the share link, the team's preview, and the newest keys that are in use. */
export async function listChannels(
  app: Context,
  actor: Actor,
  twin_id: string,
): Promise<ContentChannel[]> {
  await requireTwin(app, actor, twin_id);
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
  names.set("preview", "Your team’s preview");
  return [...names].map(([id, name]) => ({ id, name }));
}
