// Discord's interactions over HTTP (docs.discord.com, interactions/receiving-and-responding): the command /ask.
import { MINUTE } from "../clock.ts";
import { type Adapter, isAboutNow, json } from "./adapter.ts";
import { AccountProblem, SendProblem } from "./platform.ts";
import { inParts, type Style } from "./rendering.ts";

const [PING, COMMAND] = [1, 2];
const [PONG, MESSAGE, DEFERRED] = [1, 4, 5];
/** Flags: visible to the reader only; without link previews. */
const [EPHEMERAL, NO_EMBEDS] = [64, 4];
/** A token lives for 15 minutes. */
const ANSWERABLE_MS = 14 * MINUTE;

const STYLE: Style = {
  escape: (text) => text.replaceAll(/<(?=[@#:/a-z!])/gi, "<\u2060"),
  literal: (sign) => `\\${sign}`,
  // Spoilers and strikethrough are not part of the Markdown that twins use.
  plain: (text) => text.replace(/(?<![\\|~])(\|\||~~)/g, "\\$1"),
  bold: (text) => `**${text}**`,
  italic: (text) => `*${text}*`,
  code: (text) => `\`${text}\``,
  block: (text) => `\`\`\`\n${text}\`\`\``,
  link: (text, url) => `[${text}](${url})`,
  limit: 2000,
};

export const discord: Adapter = {
  handshake({ body }) {
    return read(body).type === PING ? json({ type: PONG }) : null;
  },
  async verify({ header, body }, { public_key }, now) {
    const at = header("x-signature-timestamp");
    const signature = header("x-signature-ed25519") ?? "";
    if (!isAboutNow(at, now) || !/^[0-9a-f]{128}$/i.test(signature)) {
      return false;
    }
    const key = await crypto.subtle.importKey(
      "raw",
      Uint8Array.fromHex(public_key),
      "Ed25519",
      false,
      ["verify"],
    );
    const time = new TextEncoder().encode(at ?? "");
    const signed = new Uint8Array(time.length + body.length);
    signed.set(time);
    signed.set(body, time.length);
    const bytes = Uint8Array.fromHex(signature);
    return await crypto.subtle.verify("Ed25519", key, bytes, signed);
  },
  parse(body) {
    const { type, id, token, data, locale, ...from } = body as Interaction;
    const user = from.member?.user ?? from.user;
    if (type !== COMMAND || data?.name !== "ask" || !user || user.bot) {
      return [];
    }
    const options = Array.isArray(data.options) ? data.options : [];
    const text = options.find((one) => one?.name === "question")?.value;
    if (typeof text !== "string" || !text.trim() || !id || !token) return [];
    return [{
      dedupe: id,
      conversation: from.channel_id ?? "direct",
      person: user.id,
      text: text.trim(),
      reply_to: token,
      language: locale,
      answerable_ms: ANSWERABLE_MS,
    }];
  },
  ack(messages, paused) {
    if (messages.length > 0 && !paused) return json({ type: DEFERRED });
    const content = paused
      ? "This twin is taking a break here. Ask again later."
      : "Ask with /ask and a question.";
    return json({ type: MESSAGE, data: { content, flags: EPHEMERAL } });
  },
  render: (said) => inParts(said, STYLE),
  async send(platform, { secrets }, to, content, part) {
    const path = `/webhooks/${secrets.application_id}/${to.reply_to}`;
    const message = {
      ...{ content, flags: NO_EMBEDS, allowed_mentions: { parse: [] } },
    };
    const answer = part === 0
      ? await platform.call("PATCH", `${path}/messages/@original`, message)
      : await platform.call("POST", path, message);
    if (answer.status >= 300) platform.refused(answer, answer.body.message);
  },
  async check(platform, secrets) {
    const { application_id, public_key, bot_token } = secrets;
    const headers = { authorization: `Bot ${bot_token}` };
    const answer = await platform.call(
      "GET",
      "/applications/@me",
      undefined,
      headers,
    );
    const { id, name, verify_key } = answer.body;
    if (answer.status === 401) {
      throw new AccountProblem(
        "Discord does not know this bot token. Reset it under Bot, then copy it again.",
      );
    }
    if (answer.status !== 200) platform.refused(answer, answer.body.message);
    if (id !== application_id || verify_key !== public_key.toLowerCase()) {
      throw new SendProblem(
        "This token belongs to a different application. Copy the ID, the public key and the token from the same one.",
        false,
      );
    }
    return {
      bot_id: application_id,
      bot_name: `/ask of ${name}`.slice(0, 200),
      url:
        `https://discord.com/oauth2/authorize?client_id=${application_id}&scope=applications.commands`,
    };
  },
  async connect(platform, { secrets }, interactions_endpoint_url) {
    const { application_id, bot_token } = secrets;
    const headers = { authorization: `Bot ${bot_token}` };
    const commands = await platform.call(
      "PUT",
      `/applications/${application_id}/commands`,
      [ASK],
      headers,
    );
    if (commands.status >= 300) {
      platform.refused(commands, commands.body.message);
    }
    const told = await platform.call(
      "PATCH",
      "/applications/@me",
      { interactions_endpoint_url },
      headers,
    );
    if (told.status >= 300) platform.refused(told, told.body.message);
  },
};

const ASK = {
  type: 1,
  name: "ask",
  description: "Ask this twin a question",
  options: [{
    ...{ type: 3, name: "question", required: true, max_length: 4000 },
    description: "What you want to know",
  }],
};

type Interaction = {
  type?: number;
  id?: string;
  token?: string;
  locale?: string;
  channel_id?: string;
  data?: { name?: string; options?: { name: string; value: unknown }[] };
  member?: { user?: User };
  user?: User;
};
type User = { id: string; bot?: boolean };

function read(body: Uint8Array): { type?: unknown } {
  try {
    return JSON.parse(new TextDecoder().decode(body)) ?? {};
  } catch {
    return {};
  }
}
