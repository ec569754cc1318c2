// Telegram's Bot API (core.telegram.org/bots/api): updates by a webhook that we register, with our own secret header.
import { constantTimeEqual, sha256 } from "../crypto/secrets.ts";
import { escapeHtml } from "../escape_html.ts";
import { type Adapter, type Known, OK } from "./adapter.ts";
import type { Platform, PlatformAnswer } from "./platform.ts";
import { AccountProblem, waitOf } from "./platform.ts";
import { inParts, type Style } from "./rendering.ts";

const STYLE: Style = {
  escape: escapeHtml,
  bold: (text) => `<b>${text}</b>`,
  italic: (text) => `<i>${text}</i>`,
  code: (text) => `<code>${text}</code>`,
  block: (text) => `<pre>${text}</pre>`,
  link: (text, url) => `<a href="${escapeHtml(url)}">${text}</a>`,
  limit: 4096,
};

export const telegram: Adapter = {
  handshake: () => null,
  verify({ header }, { hook_secret }) {
    const sent = header("x-telegram-bot-api-secret-token") ?? "";
    return constantTimeEqual(sha256(sent), sha256(hook_secret));
  },
  parse(body, { facts }) {
    const { update_id, message } = body as Update;
    const { from, chat, message_id } = message ?? {};
    const said = message?.text ?? message?.caption;
    const is_whole = Number.isSafeInteger(update_id) && from && chat;
    if (typeof said !== "string" || !is_whole || from.is_bot) return [];
    const text = chat.type === "private" ? said : addressed(message, facts);
    if (!text?.trim()) return [];
    return [{
      dedupe: String(update_id),
      conversation: String(chat.id),
      person: String(from.id),
      text: /^\/start(@\w+)?(\s|$)/.test(text) ? "Hello" : text.trim(),
      reply_to: chat.type === "private" ? undefined : String(message_id),
      language: from.language_code,
    }];
  },
  reactions(body) {
    const { chat, message_id, user, new_reaction } =
      (body as Update).message_reaction ?? {};
    const given = Array.isArray(new_reaction) ? new_reaction : [];
    const emoji = given.map((one) => String(one?.emoji))
      .findLast((one) => Object.hasOwn(THUMBS, one));
    if (!emoji || !chat || !user || !message_id) return [];
    return [{
      conversation: String(chat.id),
      message: String(message_id),
      person: String(user.id),
      rating: THUMBS[emoji],
    }];
  },
  ack: () => OK,
  render: (said) => inParts(said, STYLE),
  async send(platform, known, to, text) {
    const message = {
      chat_id: Number(to.conversation),
      link_preview_options: { is_disabled: true },
      ...to.reply_to
        ? {
          reply_parameters: {
            message_id: Number(to.reply_to),
            allow_sending_without_reply: true,
          },
        }
        : {},
    };
    const html = { ...message, text, parse_mode: "HTML" };
    const answer = await ask(platform, known, "sendMessage", html);
    const { ok, description } = answer.body;
    if (ok) return idOf(answer);
    if (!/can't parse entities/.test(String(description))) {
      refused(platform, answer);
    }
    const plain = { ...message, text: withoutTags(text) };
    const again = await ask(platform, known, "sendMessage", plain);
    if (!again.body.ok) refused(platform, again);
    return idOf(again);
  },
  async typing(platform, known, to) {
    const chat_id = Number(to.conversation);
    await ask(platform, known, "sendChatAction", { chat_id, action: "typing" });
  },
  async check(platform, secrets) {
    const answer = await ask(platform, { secrets }, "getMe");
    const { ok, result } = answer.body;
    if (!ok) refused(platform, answer);
    const name = String(result.username);
    return {
      bot_id: String(result.id),
      bot_name: `@${name}`,
      url: `https://t.me/${encodeURIComponent(name)}`,
    };
  },
  async connect(platform, known, url) {
    const answer = await ask(platform, known, "setWebhook", {
      url,
      secret_token: known.secrets.hook_secret,
      allowed_updates: ["message", "message_reaction"],
      max_connections: 40,
    });
    if (!answer.body.ok) refused(platform, answer);
  },
  async disconnect(platform, known) {
    await ask(platform, known, "deleteWebhook");
  },
};

type Message = {
  message_id: number;
  text?: string;
  caption?: string;
  from?: { id: number; is_bot?: boolean; language_code?: string };
  chat?: { id: number; type: string };
  reply_to_message?: { from?: { id: number } };
};
type Update = {
  update_id: number;
  message?: Message;
  message_reaction?: {
    chat?: { id: number };
    message_id?: number;
    user?: { id: number };
    new_reaction?: { emoji?: string }[];
  };
};

const THUMBS: Record<string, "up" | "down"> = { "👍": "up", "👎": "down" };

/** Telegram's id of a message it accepted. */
function idOf({ body }: PlatformAnswer): string | undefined {
  const id = body.result?.message_id;
  return Number.isSafeInteger(id) ? String(id) : undefined;
}

/** The part of a group message meant for the bot: a mention, a command or a reply. Null if it is not addressed. */
function addressed(
  message: Message | undefined,
  { bot_id, bot_name }: Known["facts"],
): string | null {
  const said = message?.text ?? message?.caption ?? "";
  const name = bot_name.slice(1).replace(/\W/g, "");
  const mention = new RegExp(`@${name}(?!\\w)`, "gi");
  if (mention.test(said)) return said.replace(mention, " ").trim();
  const replied = message?.reply_to_message?.from?.id;
  return String(replied) === bot_id ? said : null;
}

function ask(
  platform: Platform,
  { secrets }: Pick<Known, "secrets">,
  method: string,
  body: object = {},
): Promise<PlatformAnswer> {
  return platform.call("POST", `/bot${secrets.bot_token}/${method}`, body);
}

/** Telegram puts the wait into the body. */
function refused(platform: Platform, answer: PlatformAnswer): never {
  const { description, parameters } = answer.body;
  if (answer.status === 401 || answer.status === 404) {
    throw new AccountProblem(
      "Telegram does not know this bot token. Copy it again from @BotFather.",
    );
  }
  const retry_after_ms = waitOf(parameters?.retry_after) ||
    answer.retry_after_ms;
  platform.refused({ ...answer, retry_after_ms }, description);
}

function withoutTags(html: string): string {
  return html.replace(/<[^>]*>/g, "").replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
