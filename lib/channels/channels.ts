import type { Actor, Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import { recordAudit } from "../audit/audit.ts";
import { commitAs } from "../authority.ts";
import { iso } from "../clock.ts";
import { newId } from "../crypto/ids.ts";
import { seal } from "../crypto/sealing.ts";
import { newToken } from "../crypto/secrets.ts";
import { platformsOf } from "../content/channels.ts";
import { AppError, invalidInput, notFound } from "../errors.ts";
import {
  type ChannelFacts,
  type ChannelStanding,
  type ChannelView,
  type CreateChannelInput,
  MAX_CHANNELS,
  type StoredChannel,
  type UpdateChannelInput,
} from "../schemas/channel.ts";
import { keys } from "../store/keys.ts";
import { requireTwin } from "../twins/twins.ts";
import type { Secrets } from "./adapter.ts";
import { ADAPTERS, knownOf, platformOf, SEALED_OTHERWISE } from "./adapters.ts";
import { SendProblem, type WithPlatforms } from "./platform.ts";
import { removeMessagesOf } from "./removal.ts";
import { hookUrl, viewChannel } from "./views.ts";

/**
 * Sets up a channel: asks the platform whose the secrets are, stores the channel, then registers its address with the
 * platform. Throws `invalid_input` with the platform's text, `conflict` beyond 20 per twin, `unavailable` if nothing
 * can be sealed here.
 */
export async function createChannel(
  app: Context & WithPlatforms,
  owner: Owner,
  { kind, twin_id, name, ...given }: CreateChannelInput,
): Promise<ChannelView> {
  const { secret: sealing } = app.config;
  if (!sealing) {
    throw new AppError(
      "unavailable",
      "A channel's secrets cannot be stored safely yet. Whoever runs the server has to set TWINCAST_SECRET first.",
    );
  }
  await requireTwin(app, owner, twin_id);
  const now = app.clock.now();
  const id = newId("chn", now);
  const secrets: Secrets = { ...given, hook_secret: newToken() };
  const facts = await asked(() =>
    ADAPTERS[kind].check(platformOf(app, kind), secrets)
  );
  const channel: StoredChannel = {
    ...{ id, tenant_id: owner.tenant_id, twin_id, kind, name, facts },
    secrets: seal(sealing, id, JSON.stringify(secrets)),
    ...{ paused: false, created_at: iso(now) },
  };
  await commitAs(app, owner, async (op) => {
    await requireTwin(app, owner, twin_id);
    const place = keys.channelsByTenant(owner.tenant_id);
    const mark = await app.kv.get(keys.channelMark(twin_id));
    const others = await platformsOf(app, owner.tenant_id, twin_id);
    if (others.length >= MAX_CHANNELS) {
      throw new AppError(
        "conflict",
        `A twin has at most ${MAX_CHANNELS} channels. Remove one of them first.`,
      );
    }
    requireNew(others, channel);
    op.check(mark).set(mark.key, id).set(keys.channel(id), channel)
      .set([...place, id], true);
    audit(app, op, owner, "created", channel);
  });
  await connect(app, channel, secrets).catch(async (error) => {
    await deleteChannel(app, owner, id);
    throw error;
  });
  return viewChannel(app, channel, null);
}

/** One platform account answers for one twin only once: two channels would take each other's messages. */
function requireNew(others: StoredChannel[], { kind, facts }: StoredChannel) {
  const same = others.find((one) =>
    one.kind === kind && one.facts.bot_id === facts.bot_id
  );
  if (!same) return;
  throw invalidInput(
    "name",
    `${facts.bot_name} is set up already, as ${same.name}. Remove that channel first.`,
  );
}

/** Calls a platform while someone waits: they can fix what it refuses. */
export async function asked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof SendProblem)) throw error;
    const { message, may_help } = error;
    throw may_help
      ? new AppError(
        "unavailable",
        `${message} Nothing was changed. Try again in a few minutes. If that does not help, this server cannot reach it.`,
        { cause: error },
      )
      : new AppError("invalid_input", message, { cause: error });
  }
}

async function connect(
  app: Context & WithPlatforms,
  { id, kind, facts }: StoredChannel,
  secrets: Secrets,
): Promise<void> {
  const platform = platformOf(app, kind);
  const url = hookUrl(app, { id, kind });
  await asked(async () => {
    await ADAPTERS[kind].connect?.(platform, { secrets, facts }, url);
  });
}

/** Checks the secrets with the platform and registers the address again. Throws as `createChannel`. */
export async function testChannel(
  app: Context & WithPlatforms,
  owner: Owner,
  channel_id: string,
): Promise<ChannelView> {
  const { value: channel } = await requireChannel(app, owner, channel_id);
  const known = knownOf(app, channel);
  if (!known) throw new AppError("unavailable", SEALED_OTHERWISE);
  const facts = await asked(() =>
    ADAPTERS[channel.kind].check(platformOf(app, channel.kind), known.secrets)
  );
  await connect(app, channel, known.secrets);
  return await change(app, owner, channel_id, { facts }, "tested");
}

export async function updateChannel(
  app: Context,
  owner: Owner,
  channel_id: string,
  input: UpdateChannelInput,
): Promise<ChannelView> {
  return await change(app, owner, channel_id, input, "updated");
}

async function change(
  app: Context,
  owner: Owner,
  channel_id: string,
  input: UpdateChannelInput & { facts?: ChannelFacts },
  done: "created" | "updated" | "deleted" | "tested",
): Promise<ChannelView> {
  return await commitAs(app, owner, async (op) => {
    const entry = await requireChannel(app, owner, channel_id);
    const channel: StoredChannel = { ...entry.value, ...input };
    op.check(entry).set(entry.key, channel);
    audit(app, op, owner, done, channel);
    const key = keys.channelStanding(channel_id);
    const standing = await app.kv.get<ChannelStanding>(key);
    return viewChannel(app, channel, standing.value);
  });
}

/** Removes a channel with this commit: it answers nothing from then on. What it had stored is deleted right after. */
export async function deleteChannel(
  app: Context & WithPlatforms,
  owner: Owner,
  channel_id: string,
): Promise<void> {
  const channel = await commitAs(app, owner, async (op) => {
    const entry = await requireChannel(app, owner, channel_id);
    const { tenant_id } = entry.value;
    op.check(entry).delete(entry.key)
      .delete([...keys.channelsByTenant(tenant_id), channel_id])
      .delete(keys.channelStanding(channel_id))
      .delete(keys.channelTest(channel_id));
    audit(app, op, owner, "deleted", entry.value);
    return entry.value;
  });
  await removeMessagesOf(app, channel_id);
  const known = knownOf(app, channel);
  if (!known) return;
  const platform = platformOf(app, channel.kind);
  // It is gone here; it hardly matters whether the platform learns of it, as its calls are refused from now on.
  await Promise.resolve(ADAPTERS[channel.kind].disconnect?.(platform, known))
    .catch((error) => {
      if (!(error instanceof SendProblem)) throw error;
    });
}

/** Reads a channel of the actor's tenant and of an existing twin. Throws `not_found`. */
export async function requireChannel(
  app: Context,
  actor: Actor,
  channel_id: string,
): Promise<Deno.KvEntry<StoredChannel>> {
  const entry = await app.kv.get<StoredChannel>(keys.channel(channel_id));
  if (entry.value?.tenant_id !== actor.tenant_id) throw notFound("channel");
  await requireTwin(app, actor, entry.value.twin_id)
    .catch(() => Promise.reject(notFound("channel")));
  return entry as Deno.KvEntry<StoredChannel>;
}

function audit(
  app: Context,
  op: Deno.AtomicOperation,
  owner: Owner,
  done: "created" | "updated" | "deleted" | "tested",
  { id, name }: StoredChannel,
): void {
  recordAudit(app, op, owner, { action: `channel.${done}`, id, name });
}
