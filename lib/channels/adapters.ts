import { unseal } from "../crypto/sealing.ts";
import type { Context } from "../context.ts";
import {
  type ChannelKind,
  PLATFORM_NAMES,
  type StoredChannel,
} from "../schemas/channel.ts";
import type { Adapter, Known, Secrets } from "./adapter.ts";
import { discord } from "./discord.ts";
import { Platform, type WithPlatforms } from "./platform.ts";
import { slack } from "./slack.ts";
import { telegram } from "./telegram.ts";
import { whatsapp } from "./whatsapp.ts";

export const ADAPTERS: Record<ChannelKind, Adapter> = {
  telegram,
  slack,
  discord,
  whatsapp,
};

/** The API of a kind's platform; `stop` ends its calls. */
export function platformOf(
  { platforms }: WithPlatforms,
  kind: ChannelKind,
  stop?: AbortSignal,
): Platform {
  return new Platform(PLATFORM_NAMES[kind], platforms[kind], stop);
}

/** A channel with its secrets unsealed for its adapter; null if they cannot be unsealed. */
export function knownOf(
  { config }: Pick<Context, "config">,
  { id, secrets, facts }: StoredChannel,
): Known | null {
  const text = config.secret && unseal(config.secret, id, secrets);
  return text ? { secrets: JSON.parse(text) as Secrets, facts } : null;
}

/** The error for a channel whose secrets cannot be unsealed. */
export const SEALED_OTHERWISE =
  "Its secrets cannot be read: TWINCAST_SECRET has changed since they were sealed. Remove the channel and set it up again.";
