import { z } from "zod";
import { id, line, listQuery, timestamp } from "./common.ts";

/** The messaging platforms. */
export const CHANNEL_KINDS = [
  "telegram",
  "slack",
  "discord",
  "whatsapp",
] as const;
const channelKind = z.enum(CHANNEL_KINDS);
export type ChannelKind = z.infer<typeof channelKind>;

/** The names of platforms. */
export const PLATFORM_NAMES: Record<ChannelKind, string> = {
  telegram: "Telegram",
  slack: "Slack",
  discord: "Discord",
  whatsapp: "WhatsApp",
};

/** A platform's data about a channel's account. */
export type ChannelFacts = {
  bot_id: string;
  /** Its public name: a user name, a number. */
  bot_name: string;
  /** Where to write to it; empty if there is no such address. */
  url: string;
};

/** A twin's presence on a platform, as stored. */
export type StoredChannel = {
  id: string;
  tenant_id: string;
  twin_id: string;
  kind: ChannelKind;
  name: string;
  /** Sealed JSON: the platform's credentials, and what verifies its calls. */
  secrets: string;
  facts: ChannelFacts;
  paused: boolean;
  created_at: string;
};

/**
 * How a channel's last messages went. Separate from the channel, so that no message conflicts with a change of its
 * settings.
 */
export type ChannelStanding = {
  last_message_at: string | null;
  /** As text; null once a message has been answered. */
  last_error: string | null;
  last_error_at: string | null;
  /** Since when no answer has been delivered; absent while the last one was. */
  failing_since_ms?: number;
  /** When the owners were last notified of that. */
  told_at_ms?: number;
};

/** The most channels per twin. */
export const MAX_CHANNELS = 20;

const secret = (message: string) =>
  line(500).regex(/^[\x21-\x7e]+$/, message).meta({ secret: true });
const digits = (message: string) => line(30).regex(/^\d{3,30}$/, message);
const PASTE = "Paste it as it is shown there, without spaces";

const named = { twin_id: id("twn"), name: line(100) };

/** The settings of a channel, by platform. */
const createByKind = {
  telegram: z.strictObject({
    kind: z.literal("telegram"),
    ...named,
    bot_token: secret(PASTE).regex(
      /^\d{3,20}:[\w-]{20,100}$/,
      "A token looks like 123456789:AA…; copy it from @BotFather",
    ).meta({ secret: true }),
  }),
  slack: z.strictObject({
    kind: z.literal("slack"),
    ...named,
    bot_token: secret(PASTE).regex(
      /^xoxb-/,
      "The bot token begins with xoxb-; it is under OAuth & Permissions",
    ).meta({ secret: true }),
    signing_secret: secret(PASTE),
  }),
  discord: z.strictObject({
    kind: z.literal("discord"),
    ...named,
    application_id: digits("The application ID is a number"),
    public_key: line(64).regex(
      /^[0-9a-fA-F]{64}$/,
      "The public key has 64 characters of 0-9 and a-f",
    ),
    bot_token: secret(PASTE),
  }),
  whatsapp: z.strictObject({
    kind: z.literal("whatsapp"),
    ...named,
    phone_number_id: digits("The phone number ID is a number"),
    access_token: secret(PASTE),
    app_secret: secret(PASTE),
    verify_token: secret(PASTE),
  }),
};

export const createChannelInput = z.discriminatedUnion("kind", [
  createByKind.telegram,
  createByKind.slack,
  createByKind.discord,
  createByKind.whatsapp,
]);
export type CreateChannelInput = z.infer<typeof createChannelInput>;

export const updateChannelInput = z.strictObject({
  name: line(100),
  paused: z.boolean(),
}).partial();
export type UpdateChannelInput = z.infer<typeof updateChannelInput>;

export const listChannelsQuery = listQuery.extend({
  twin_id: id("twn").optional(),
});

export const channelView = z.strictObject({
  id: z.string(),
  twin_id: z.string(),
  kind: channelKind,
  name: z.string(),
  paused: z.boolean(),
  /** Its public name on the platform. */
  bot_name: z.string(),
  bot_url: z.string(),
  /** The address to which the platform sends messages. */
  hook_url: z.string(),
  last_message_at: timestamp.nullable(),
  /** The last error, as text; null once a message has been answered. */
  last_error: z.string().nullable(),
  last_error_at: timestamp.nullable(),
  created_at: timestamp,
});
export type ChannelView = z.infer<typeof channelView>;
