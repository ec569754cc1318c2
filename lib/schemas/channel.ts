import { z } from "zod";
import { id, line, listQuery, timestamp } from "./common.ts";

/** The platforms on which people write to a twin. */
export const CHANNEL_KINDS = [
  "telegram",
  "slack",
  "discord",
  "whatsapp",
] as const;
const channelKind = z.enum(CHANNEL_KINDS);
export type ChannelKind = z.infer<typeof channelKind>;

/** What platforms are called. */
export const PLATFORM_NAMES: Record<ChannelKind, string> = {
  telegram: "Telegram",
  slack: "Slack",
  discord: "Discord",
  whatsapp: "WhatsApp",
};

/** What a platform reports about the account of a channel. */
export type ChannelFacts = {
  bot_id: string;
  /** As people know it there: a user name, a number. */
  bot_name: string;
  /** Where it is written to; empty where there is no such address. */
  url: string;
};

/** A way to a twin by a platform, as stored. */
export type StoredChannel = {
  id: string;
  tenant_id: string;
  twin_id: string;
  kind: ChannelKind;
  name: string;
  /** Sealed: what the platform gave, and what its calls are known by, as JSON. */
  secrets: string;
  facts: ChannelFacts;
  paused: boolean;
  created_at: string;
};

/** How a channel's last messages went. Apart from it, so that no message beats a change of its settings. */
export type ChannelStanding = {
  last_message_at: string | null;
  /** As text; null since a message was answered. */
  last_error: string | null;
  last_error_at: string | null;
  /** Since when no answer has got through; absent while the last one did. */
  failing_since_ms?: number;
  /** When the owners were last notified of that. */
  told_at_ms?: number;
};

/** How many a twin may have. */
export const MAX_CHANNELS = 20;

const secret = (message: string) =>
  line(500).regex(/^[\x21-\x7e]+$/, message).meta({ secret: true });
const digits = (message: string) => line(30).regex(/^\d{3,30}$/, message);
const PASTE = "Paste it as it is shown there, without spaces";

const named = { twin_id: id("twn"), name: line(100) };

/** What each platform's channel is made of. */
const createByKind = {
  telegram: z.strictObject({
    kind: z.literal("telegram"),
    ...named,
    bot_token: secret(PASTE).regex(
      /^\d{3,20}:[\w-]{20,100}$/,
      "A token reads 123456789:AA…; copy it from @BotFather",
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
  /** As people know it on the platform. */
  bot_name: z.string(),
  bot_url: z.string(),
  /** Where the platform sends what people write. */
  hook_url: z.string(),
  last_message_at: timestamp.nullable(),
  /** What went wrong last, as text; null since a message was answered. */
  last_error: z.string().nullable(),
  last_error_at: timestamp.nullable(),
  created_at: timestamp,
});
export type ChannelView = z.infer<typeof channelView>;
