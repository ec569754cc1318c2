import type { ChannelKind } from "../../lib/schemas/channel.ts";

type Field = { name: string; label: string; placeholder?: string };

/** How to set up a platform's channel: what to do there, and what to paste here. */
type Guide = {
  about: string;
  steps: string[];
  fields: Field[];
  /** The steps left on the platform once it is connected; empty if Twincast does them. */
  after: string;
};

export const GUIDES: Record<ChannelKind, Guide> = {
  telegram: {
    about:
      "A bot that answers in private chats, and in groups when it is mentioned or replied to.",
    steps: [
      "In Telegram, write to @BotFather and send /newbot.",
      "Choose a name and a user name. It answers with a token.",
      "Paste the token here. The rest is set up for you.",
    ],
    fields: [{
      name: "bot_token",
      label: "Bot token",
      placeholder: "123456789:AA…",
    }],
    after: "",
  },
  slack: {
    about:
      "An app that answers direct messages and, in a thread, mentions in channels.",
    steps: [
      "At api.slack.com/apps, create an app from the manifest below.",
      "Under Install App, install it. Copy the bot token.",
      "Under Basic Information, copy the signing secret. Paste both here.",
    ],
    fields: [
      { name: "bot_token", label: "Bot token", placeholder: "xoxb-…" },
      { name: "signing_secret", label: "Signing secret" },
    ],
    after:
      "In your app, under Event Subscriptions, switch events on, paste this address, and add the bot events app_mention, message.im and, so that a thumb rates an answer, reaction_added.",
  },
  discord: {
    about: "A command, /ask, that answers in any channel of a server.",
    steps: [
      "At discord.com/developers/applications, create an application.",
      "Under General Information, copy its ID and public key.",
      "Under Bot, reset the token and copy it. Paste all three here; the command is registered for you.",
    ],
    fields: [
      { name: "application_id", label: "Application ID" },
      { name: "public_key", label: "Public key" },
      { name: "bot_token", label: "Bot token" },
    ],
    after: "",
  },
  whatsapp: {
    about:
      "A WhatsApp Cloud API number that answers within 24 hours of each question.",
    steps: [
      "At developers.facebook.com, create an app with WhatsApp and add your number.",
      "Copy the phone number ID, a permanent access token, and the app secret.",
      "Make up a verify token. Paste all four here.",
    ],
    fields: [
      { name: "phone_number_id", label: "Phone number ID" },
      { name: "access_token", label: "Access token" },
      { name: "app_secret", label: "App secret" },
      { name: "verify_token", label: "Verify token" },
    ],
    after:
      "In your app, under WhatsApp, Configuration, paste this address with your verify token, and subscribe to messages.",
  },
};

/** The manifest from which Slack creates the app. */
export function slackManifest(name: string): string {
  return JSON.stringify(
    {
      display_information: { name: name.slice(0, 35) },
      features: {
        app_home: {
          messages_tab_enabled: true,
          messages_tab_read_only_enabled: false,
        },
        bot_user: { display_name: name.slice(0, 80), always_online: true },
      },
      oauth_config: {
        scopes: {
          bot: [
            "app_mentions:read",
            "chat:write",
            "im:history",
            "reactions:read",
          ],
        },
      },
      settings: { socket_mode_enabled: false },
    },
    null,
    2,
  );
}
