// WhatsApp's Cloud API (developers.facebook.com, business-messaging/whatsapp): text within 24 hours of the person's
// message.
import { createHmac } from "node:crypto";
import { HOUR } from "../clock.ts";
import { constantTimeEqual, sha256 } from "../crypto/secrets.ts";
import { type Adapter, type Inbound, OK } from "./adapter.ts";
import type { Platform, PlatformAnswer } from "./platform.ts";
import { AccountProblem, SendProblem } from "./platform.ts";
import { inOne, type Style, UNFORMATTED } from "./rendering.ts";

/** Free text may be sent within 24 hours of a person's last message; a little less allows for delivery. */
const WINDOW_MS = 24 * HOUR - 5 * 60_000;

const STYLE: Style = {
  ...UNFORMATTED,
  escape: (text) => text,
  // Keeps an address outside the bold: a trailing star would become part of the link.
  bold: (text) => text.replace(/^(.*?)(: https?:\S+)?$/, "*$1*$2"),
  italic: (text) => `_${text}_`,
  code: (text) => `\`${text}\``,
  block: (text) => `\`\`\`${text}\`\`\``,
  link: (text, url) => text === url ? url : `${text}: ${url}`,
  limit: 4096,
};

export const whatsapp: Adapter = {
  handshake({ method, query }, { secrets }) {
    if (method !== "GET" || query.get("hub.mode") !== "subscribe") return null;
    const token = query.get("hub.verify_token") ?? "";
    if (!constantTimeEqual(sha256(token), sha256(secrets.verify_token))) {
      return null;
    }
    return { ...OK, body: (query.get("hub.challenge") ?? "").slice(0, 500) };
  },
  verify({ header, body }, { app_secret }) {
    const given = header("x-hub-signature-256") ?? "";
    const signs = (said: Uint8Array | string) => {
      const signature = createHmac("sha256", app_secret).update(said)
        .digest("hex");
      return constantTimeEqual(given, `sha256=${signature}`);
    };
    return signs(body) || signs(escaped(body));
  },
  parse(body, { secrets }, now) {
    const { entry } = body as Batch;
    return list(entry).flatMap(({ changes }) => list(changes))
      .flatMap(({ field, value }) => {
        // An app may have several numbers with one address.
        const number = value?.metadata?.phone_number_id;
        if (field !== "messages" || number !== secrets.phone_number_id) {
          return [];
        }
        return list(value?.messages).flatMap((one) => inboundOf(one, now));
      });
  },
  ack: () => OK,
  render: (said) => inOne(said, STYLE),
  async send(platform, { secrets }, to, body) {
    const answer = await ask(platform, secrets, {
      ...{ recipient_type: "individual", type: "text" },
      // If the business cannot see someone's number, an id takes its place.
      [/^\d+$/.test(to.conversation) ? "to" : "recipient"]: to.conversation,
      text: { body, preview_url: false },
      context: { message_id: to.reply_to },
    });
    if (answer.status >= 300) refused(platform, answer);
  },
  async typing(platform, { secrets }, to) {
    await ask(platform, secrets, {
      ...{ status: "read", message_id: to.reply_to },
      typing_indicator: { type: "text" },
    });
  },
  async check(platform, secrets) {
    const answer = await platform.call(
      "GET",
      `/${secrets.phone_number_id}?fields=display_phone_number,verified_name`,
      undefined,
      { authorization: `Bearer ${secrets.access_token}` },
    );
    if (answer.status >= 300) refused(platform, answer);
    const number = String(answer.body.display_phone_number ?? "");
    return {
      bot_id: secrets.phone_number_id,
      bot_name: number.slice(0, 50),
      url: `https://wa.me/${number.replace(/\D/g, "")}`,
    };
  },
};

/** Meta signs JSON with characters beyond ASCII escaped, which is mostly how it sends it. */
function escaped(body: Uint8Array): string {
  return new TextDecoder().decode(body).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

type Message = {
  id?: string;
  from?: string;
  from_user_id?: string;
  timestamp?: string;
  type?: string;
  text?: { body?: string };
};
type Batch = {
  entry?: {
    changes?: {
      field?: string;
      value?: {
        metadata?: { phone_number_id?: string };
        messages?: Message[];
      };
    }[];
  }[];
};

/** The items of an optional list. */
function list<T>(items: T[] | undefined): T[] {
  return Array.isArray(items)
    ? items.filter((one) => typeof one === "object" && one !== null)
    : [];
}

function inboundOf(message: Message, now: number): Inbound[] {
  const { id, type, text, timestamp, from_user_id } = message;
  // Since 2026 a person may have a business-scoped id instead of a number.
  const from = from_user_id ?? message.from;
  const said = typeof text?.body === "string" ? text.body.trim() : "";
  if (type !== "text" || !id || !from || !said) return [];
  const age_ms = Math.max(0, now - 1000 * (Number(timestamp) || now / 1000));
  return [{
    dedupe: id,
    conversation: message.from ?? from,
    person: from,
    text: said,
    reply_to: id,
    answerable_ms: Math.max(0, WINDOW_MS - age_ms),
  }];
}

function ask(
  platform: Platform,
  { phone_number_id, access_token }: Record<string, string>,
  body: object,
): Promise<PlatformAnswer> {
  return platform.call(
    "POST",
    `/${phone_number_id}/messages`,
    { messaging_product: "whatsapp", ...body },
    { authorization: `Bearer ${access_token}` },
  );
}

/** Rate limit codes, per pair of numbers and overall; they also come with status 400. */
const BUSY = [4, 80007, 130429, 131056];
const PAUSE_MS = 6_000;

function refused(platform: Platform, answer: PlatformAnswer): never {
  const { code, message } = answer.body.error ?? {};
  if (BUSY.includes(code)) {
    const retry_after_ms = answer.retry_after_ms || PAUSE_MS;
    platform.refused({ ...answer, status: 429, retry_after_ms }, message);
  }
  if (code === 190 || answer.status === 401) {
    throw new AccountProblem(
      "WhatsApp no longer accepts this access token. Make a permanent one, then set the channel up again.",
    );
  }
  if (code === 131047) {
    throw new SendProblem(
      "WhatsApp accepts an answer only within 24 hours of the question.",
      false,
    );
  }
  platform.refused(answer, message);
}
