// Slack's Events API (docs.slack.dev/apis/events-api): mentions in channels and direct messages, answered in a thread.
import { createHmac } from "node:crypto";
import { constantTimeEqual } from "../crypto/secrets.ts";
import { type Adapter, isAboutNow, json, OK } from "./adapter.ts";
import type { Platform, PlatformAnswer } from "./platform.ts";
import { AccountProblem, SendProblem } from "./platform.ts";
import { inParts, type Style, UNFORMATTED } from "./rendering.ts";

/** Escapes text for mrkdwn: these three characters suffice, and disarm every `<!channel>` and `<@U…>`. */
function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

const STYLE: Style = {
  ...UNFORMATTED,
  literal: (sign) => escape(UNFORMATTED.literal(sign)),
  escape,
  bold: (text) => `*${text}*`,
  italic: (text) => `_${text}_`,
  code: (text) => `\`${text}\``,
  block: (text) => `\`\`\`${text}\`\`\``,
  link: (text, url) =>
    `<${escape(url).replaceAll("|", "%7C")}|${text.replaceAll("|", " ")}>`,
  limit: 4000,
};

export const slack: Adapter = {
  handshake({ body }) {
    const { type, challenge } = read(body);
    return type === "url_verification" && typeof challenge === "string"
      ? json({ challenge })
      : null;
  },
  verify({ header, body }, { signing_secret }, now) {
    const at = header("x-slack-request-timestamp");
    if (!isAboutNow(at, now)) return false;
    const signature = createHmac("sha256", signing_secret)
      .update(`v0:${at}:`).update(body).digest("hex");
    return constantTimeEqual(
      header("x-slack-signature") ?? "",
      `v0=${signature}`,
    );
  },
  parse(body, { facts }) {
    const { type, event } = body as { type?: string; event?: Event };
    if (type !== "event_callback" || !event) return [];
    const { user, channel, ts, thread_ts, subtype, bot_id, text } = event;
    const is_meant = event.type === "app_mention" ||
      event.type === "message" && event.channel_type === "im";
    if (!is_meant || bot_id || subtype || !user || !channel || !ts) return [];
    if (user === facts.bot_id || typeof text !== "string") return [];
    const said = plain(text.replaceAll(`<@${facts.bot_id}>`, " ")).trim();
    if (!said) return [];
    const is_direct = event.channel_type === "im";
    return [{
      // A mention in a channel with message events arrives as two events with the same `ts`.
      dedupe: `${channel}:${ts}`,
      conversation: channel,
      person: is_direct ? user : `${user}:${thread_ts ?? ts}`,
      author: user,
      text: said,
      reply_to: is_direct ? thread_ts : thread_ts ?? ts,
    }];
  },
  reactions(body, { facts }) {
    const { type, event } = body as { type?: string; event?: Event };
    if (type !== "event_callback" || event?.type !== "reaction_added") {
      return [];
    }
    const { user, reaction, item, item_user } = event;
    // With a skin tone it reads `+1::skin-tone-2`.
    const name = typeof reaction === "string" ? reaction.split("::")[0] : "";
    const is_own = item_user === undefined || item_user === facts.bot_id;
    if (!Object.hasOwn(THUMBS, name) || !user || !is_own) return [];
    if (item?.type !== "message" || !item.channel || !item.ts) return [];
    return [{
      conversation: item.channel,
      message: item.ts,
      person: user,
      rating: THUMBS[name],
    }];
  },
  ack: () => OK,
  render: (said) => inParts(said, STYLE),
  async send(platform, { secrets }, to, text) {
    const answer = await ask(platform, secrets.bot_token, "chat.postMessage", {
      channel: to.conversation,
      text,
      ...to.reply_to ? { thread_ts: to.reply_to } : {},
      ...{ link_names: false, unfurl_links: false, unfurl_media: false },
    });
    if (!answer.body.ok) refused(platform, answer);
    return typeof answer.body.ts === "string" ? answer.body.ts : undefined;
  },
  async check(platform, { bot_token }) {
    const answer = await ask(platform, bot_token, "auth.test", {});
    const { ok, user_id, user, team, url } = answer.body;
    if (!ok) refused(platform, answer);
    return {
      bot_id: String(user_id),
      bot_name: `@${user} in ${team}`.slice(0, 200),
      url: /^https:\/\/[\w.-]+\.slack\.com\/$/.test(url) ? url : "",
    };
  },
};

type Event = {
  type?: string;
  user?: string;
  text?: string;
  ts?: string;
  channel?: string;
  channel_type?: string;
  thread_ts?: string;
  bot_id?: string;
  subtype?: string;
  reaction?: string;
  item?: { type?: string; channel?: string; ts?: string };
  item_user?: string;
};

const THUMBS: Record<string, "up" | "down"> = {
  ...{ "+1": "up", thumbsup: "up" },
  ...{ "-1": "down", thumbsdown: "down" },
};

function read(body: Uint8Array): { type?: unknown; challenge?: unknown } {
  try {
    return JSON.parse(new TextDecoder().decode(body)) ?? {};
  } catch {
    return {};
  }
}

/**
 * Strips Slack's markup from a message: a link becomes its address, a mention of someone else their name if it has
 * one.
 */
function plain(text: string): string {
  return text.replace(
    /<([^<>|]*)(?:\|([^<>]*))?>/g,
    (_, what, label) => /^[@#!]/.test(what) ? label ?? "" : what,
  )
    .replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function ask(
  platform: Platform,
  token: string,
  method: string,
  body: object,
): Promise<PlatformAnswer> {
  const headers = { authorization: `Bearer ${token}` };
  return platform.call("POST", `/${method}`, body, headers);
}

const WORDS: Record<string, string> = {
  invalid_auth:
    "Slack does not know this bot token. Copy it again from OAuth & Permissions.",
  token_revoked: "The bot token was revoked. Install the app again.",
  account_inactive: "The app was removed from the workspace. Install it again.",
  missing_scope:
    "The app lacks a permission. Paste the manifest again, then reinstall the app.",
  not_in_channel: "The bot is no longer in that channel. Invite it again.",
};

/** Errors of the account itself, not of the place it answers in. */
const ACCOUNT = new Set([
  ...["invalid_auth", "token_revoked", "account_inactive", "missing_scope"],
]);

/** Slack refuses with status 200 and an error code. */
function refused(platform: Platform, answer: PlatformAnswer): never {
  const error = String(answer.body.error ?? "");
  if (answer.status !== 200) platform.refused(answer, error);
  if (ACCOUNT.has(error)) throw new AccountProblem(WORDS[error]);
  const busy = ["ratelimited", "internal_error", "service_unavailable"];
  throw new SendProblem(
    WORDS[error] ?? `Slack refused it: ${error.slice(0, 100)}`,
    busy.includes(error),
    answer.retry_after_ms,
  );
}
