import type { Env } from "./values.ts";
import { ConfigError } from "../errors.ts";

/** How letters are sent, and their sender. */
export type MailConfig =
  | { kind: "smtp"; url: string; from: string }
  | {
    kind: "resend" | "postmark";
    origin: string;
    token: string;
    from: string;
    /** Authenticates the provider's calls to us; without it none is accepted. */
    events_secret?: string;
  };

const ORIGINS = {
  resend: "https://api.resend.com",
  postmark: "https://api.postmarkapp.com",
};

/**
 * Reads `smtp://` and `smtps://` with user, password and port; `resend://KEY` and `postmark://TOKEN`, where `@host`
 * may name another server with the same API. Null if mail is not set up.
 */
export function readMail(env: Env): MailConfig | null {
  const text = env.TWINCAST_MAIL_URL;
  if (!text) return null;
  const from = readFrom(env.TWINCAST_MAIL_FROM);
  const events = env.TWINCAST_MAIL_EVENTS_SECRET;
  if (!env.TWINCAST_SECRET) {
    throw new ConfigError(
      "TWINCAST_MAIL_URL needs TWINCAST_SECRET too, since e-mails may contain log-in links and are sealed until they are sent. Set it to at least 32 random characters.",
    );
  }
  if (/^smtps?:$/.test(URL.parse(text)?.protocol ?? "")) {
    if (events) {
      throw new ConfigError(
        "TWINCAST_MAIL_EVENTS_SECRET is for resend:// and postmark:// only, and TWINCAST_MAIL_URL is SMTP. Remove it: an SMTP server reports refusals at once.",
      );
    }
    return { kind: "smtp", url: text, from };
  }
  const api = /^(resend|postmark):\/\/([^@/\s]+)(?:@([\w.:-]+))?\/?$/.exec(
    text,
  );
  if (api) {
    const kind = api[1] as keyof typeof ORIGINS;
    const events_secret = readEventsSecret(kind, events);
    return {
      ...{ kind, token: api[2], origin: originOf(kind, api[3]), from },
      ...events_secret && { events_secret },
    };
  }
  // The value is a secret, so the error does not repeat it.
  throw new ConfigError(
    "TWINCAST_MAIL_URL is not an address that mail can be sent through. Set it to smtps://user:password@host:465, smtp://…, resend://KEY or postmark://TOKEN.",
  );
}

/** Resend generates it; for Postmark it is the password in the address that it calls. */
function readEventsSecret(
  kind: keyof typeof ORIGINS,
  text: string | undefined,
): string | undefined {
  if (!text) return undefined;
  const form = kind === "resend"
    ? /^whsec_[A-Za-z0-9+/]{20,}={0,2}$/
    : /^[\w.~-]{16,}$/;
  if (form.test(text)) return text;
  // The value is a secret, so the error does not repeat it.
  throw new ConfigError(
    `TWINCAST_MAIL_EVENTS_SECRET is not valid. Set it to ${
      kind === "resend"
        ? "the signing secret that Resend shows with the webhook; it begins with whsec_."
        : "at least 16 letters and digits, the password in the address that Postmark calls."
    }`,
  );
}

function originOf(kind: keyof typeof ORIGINS, host?: string): string {
  if (!host) return ORIGINS[kind];
  return `${/^(localhost|127\.)/.test(host) ? "http" : "https"}://${host}`;
}

function readFrom(text: string | undefined): string {
  if (
    text && /^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(text)
  ) {
    return text;
  }
  throw new ConfigError(
    `TWINCAST_MAIL_FROM is "${
      text ?? ""
    }". Set it to the sender of all mail, for example Twincast <hello@example.com>.`,
  );
}
