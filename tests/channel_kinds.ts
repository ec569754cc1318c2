import { createHmac } from "node:crypto";
import { discordKeys } from "./discord_keys.ts";
import { type PlatformServer, SENT, type Sent } from "./platform_server.ts";

export type Call = {
  body: Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
};
type Message = { id: number; text: string; person?: string; chat?: number };

/** A platform, as the channel tests need it. */
export type Kind = {
  name: "telegram" | "slack" | "discord" | "whatsapp";
  /** The fields to set up a channel. */
  given: Record<string, string>;
  limit: number;
  /** Whether its signature contains a time. */
  is_timed: boolean;
  /** A person's message, as the platform sends it. */
  says(message: Message): object;
  /** Calls no twin answers: bots, its own messages, other events. */
  ignored: object[];
  /** Correctly signed calls that contain no known message. */
  odd: unknown[];
  sign(body: unknown, at_ms: number): Promise<Call>;
  /** A thumb on the message `SENT`, if the platform has such. */
  reacts?(thumb: "up" | "down" | "heart", person?: string): object;
  /** The text of a sent message. */
  textOf(body: Record<string, unknown>): string;
  /** The message it replies to, if each message has its own number as id, person and chat. */
  answers(sent: Sent): number;
};

const bytesOf = (body: unknown) =>
  new TextEncoder().encode(JSON.stringify(body));
const hmac = (secret: string, ...parts: (string | Uint8Array)[]) => {
  const mac = createHmac("sha256", secret);
  for (const part of parts) mac.update(part);
  return mac.digest("hex");
};

const SIGNING = "slack-signing-secret";
const APP_SECRET = "whatsapp-app-secret";

function telegramKind(platform: PlatformServer): Kind {
  return {
    name: "telegram",
    given: { bot_token: `4711:${"T".repeat(35)}` },
    ...{ limit: 4096, is_timed: false },
    says: ({ id, text, person = "7", chat = 55 }) => ({
      update_id: id,
      message: {
        ...{ message_id: id, text, chat: { id: chat, type: "private" } },
        from: { id: Number(person), language_code: "en" },
      },
    }),
    ignored: [
      {
        update_id: 900,
        message: {
          ...{ message_id: 1, text: "Hi", chat: { id: 55, type: "private" } },
          from: { id: 4711, is_bot: true },
        },
      },
      { update_id: 901, edited_message: { text: "Hi" } },
      {
        update_id: 902,
        message: {
          ...{ message_id: 2, text: "Not for the bot", from: { id: 7 } },
          chat: { id: -5, type: "group" },
        },
      },
    ],
    odd: [
      ...[{}, [], { message: { text: 5 } }, { update_id: null, message: {} }],
      { message_reaction: {} },
      { message_reaction: { chat: { id: 55 }, new_reaction: [null, 5] } },
    ],
    sign(body) {
      const set = platform.calls.findLast(({ path }) =>
        path.endsWith("/setWebhook")
      );
      return Promise.resolve({
        body: bytesOf(body),
        headers: {
          "x-telegram-bot-api-secret-token": set?.body.secret_token ?? "",
        },
      });
    },
    reacts: (thumb, person = "7") => ({
      update_id: 990,
      message_reaction: {
        ...{ chat: { id: 55, type: "private" }, message_id: SENT },
        user: { id: Number(person) },
        ...{ date: 1, old_reaction: [] },
        new_reaction: [{
          type: "emoji",
          emoji: { up: "👍", down: "👎", heart: "❤" }[thumb],
        }],
      },
    }),
    textOf: ({ text }) => String(text),
    answers: ({ body }) => body.chat_id,
  };
}

const slackEvent = (id: string, event: object) => ({
  ...{ type: "event_callback", team_id: "T1", event_id: id, event },
});

const SLACK: Kind = {
  name: "slack",
  given: { bot_token: "xoxb-1-tea", signing_secret: SIGNING },
  ...{ limit: 4000, is_timed: true },
  says: ({ id, text, person = "U7", chat = 1 }) =>
    slackEvent(`Ev${id}`, {
      ...{ type: "message", channel_type: "im", channel: `D${chat}` },
      ...{ user: person, text, ts: `${id}.000` },
    }),
  ignored: [
    slackEvent("Ev900", {
      ...{ type: "message", channel_type: "im", channel: "D1" },
      ...{ bot_id: "B1", text: "Hi", ts: "900.1" },
    }),
    slackEvent("Ev901", {
      ...{ type: "message", channel_type: "im", channel: "D1" },
      ...{ user: "UBOT", text: "Hi", ts: "901.1" },
    }),
    slackEvent("Ev902", { type: "reaction_added", user: "U7" }),
    { type: "app_rate_limited", team_id: "T1", minute_rate_limited: 1 },
  ],
  odd: [
    ...[{}, [], { type: "event_callback" }, slackEvent("x", [])],
    slackEvent("y", { type: "reaction_added", reaction: "toString" }),
    slackEvent("z", { type: "reaction_added", user: "U7", reaction: 5 }),
  ],
  sign(body, at_ms) {
    const bytes = bytesOf(body);
    const at = `${Math.floor(at_ms / 1000)}`;
    return Promise.resolve({
      body: bytes,
      headers: {
        "x-slack-request-timestamp": at,
        "x-slack-signature": `v0=${hmac(SIGNING, `v0:${at}:`, bytes)}`,
      },
    });
  },
  reacts: (thumb, user = "U7") =>
    slackEvent("Ev990", {
      ...{ type: "reaction_added", user, item_user: "UBOT" },
      reaction: { up: "+1::skin-tone-2", down: "-1", heart: "heart" }[thumb],
      item: { type: "message", channel: "D1", ts: String(SENT) },
    }),
  textOf: ({ text }) => String(text),
  answers: ({ body }) => Number(body.channel.slice(1)),
};

function discordKind(privateKey: CryptoKey, public_key: string): Kind {
  return {
    name: "discord",
    given: { application_id: "8899", public_key, bot_token: "discord-token" },
    ...{ limit: 2000, is_timed: true },
    says: ({ id, text, person = "7" }) => ({
      ...{ type: 2, id: `${id}`, token: `token${id}`, channel_id: "33" },
      locale: "en-GB",
      data: { name: "ask", options: [{ name: "question", value: text }] },
      member: { user: { id: person } },
    }),
    ignored: [
      { type: 2, id: "900", token: "t", data: { name: "other" } },
      {
        ...{ type: 2, id: "901", token: "t", user: { id: "9", bot: true } },
        data: { name: "ask", options: [{ name: "question", value: "Hi" }] },
      },
    ],
    odd: [
      {},
      [],
      { type: 2, data: { name: "ask", options: [null] }, user: { id: "1" } },
      { type: 2, data: { name: "ask", options: {} }, user: { id: "1" } },
    ],
    async sign(body, at_ms) {
      const bytes = bytesOf(body);
      const at = `${Math.floor(at_ms / 1000)}`;
      const signed = new Uint8Array([
        ...new TextEncoder().encode(at),
        ...bytes,
      ]);
      const mark = await crypto.subtle.sign("Ed25519", privateKey, signed);
      return {
        body: bytes,
        headers: {
          "x-signature-timestamp": at,
          "x-signature-ed25519": new Uint8Array(mark).toHex(),
        },
      };
    },
    textOf: ({ content }) => String(content),
    answers: ({ path }) => Number(/\/token(\d+)/.exec(path)?.[1]),
  };
}

const batch = (value: object) => ({
  object: "whatsapp_business_account",
  entry: [{
    id: "1",
    changes: [{
      field: "messages",
      value: { metadata: { phone_number_id: "12345" }, ...value },
    }],
  }],
});

const WHATSAPP: Kind = {
  name: "whatsapp",
  given: {
    phone_number_id: "12345",
    access_token: "whatsapp-access-token",
    app_secret: APP_SECRET,
    verify_token: "agreed-on",
  },
  ...{ limit: 4096, is_timed: false },
  says: ({ id, text, person = "4930" }) =>
    batch({
      messages: [{
        id: `wamid.${id}`,
        from: person,
        type: "text",
        text: { body: text },
      }],
    }),
  ignored: [
    batch({ statuses: [{ id: "wamid.x", status: "read" }] }),
    batch({ messages: [{ id: "wamid.y", from: "1", type: "image" }] }),
  ],
  odd: [
    {},
    [],
    { entry: [null] },
    { entry: [{ changes: [null] }] },
    batch({ messages: [null] }),
    batch({
      messages: [{ id: "w", from: "1", type: "text", text: { body: 5 } }],
    }),
  ],
  sign(body) {
    const bytes = bytesOf(body);
    const signature = `sha256=${hmac(APP_SECRET, bytes)}`;
    return Promise.resolve({
      body: bytes,
      headers: { "x-hub-signature-256": signature },
    });
  },
  textOf: ({ text }) => String((text as { body: string }).body),
  answers: ({ body }) => Number(body.to),
};

/** All platforms, with a new Discord key pair. */
export async function channelKinds(
  serve: (public_key: string) => PlatformServer,
): Promise<{ kinds: Kind[]; platform: PlatformServer }> {
  const { privateKey, public_key } = await discordKeys();
  const platform = serve(public_key);
  const discord = discordKind(privateKey, public_key);
  return {
    kinds: [telegramKind(platform), SLACK, discord, WHATSAPP],
    platform,
  };
}
