import type { Env } from "./config_values.ts";
import { ConfigError } from "./errors.ts";

/** How letters are sent, and whom they come from. */
export type MailConfig =
  | { kind: "smtp"; url: string; from: string }
  | {
    kind: "resend" | "postmark";
    origin: string;
    token: string;
    from: string;
  };

const ORIGINS = {
  resend: "https://api.resend.com",
  postmark: "https://api.postmarkapp.com",
};

/**
 * `smtp://` and `smtps://` with user, password and port; `resend://KEY` and `postmark://TOKEN`, behind which `@host` may
 * name another server that speaks the same. Null where mail is not set up.
 */
export function readMail(env: Env): MailConfig | null {
  const text = env.TWINCAST_MAIL_URL;
  if (!text) return null;
  const from = readFrom(env.TWINCAST_MAIL_FROM);
  if (!env.TWINCAST_SECRET) {
    throw new ConfigError(
      "TWINCAST_MAIL_URL needs TWINCAST_SECRET beside it: letters may hold links that let somebody in, and wait sealed. Set it to at least 32 random characters.",
    );
  }
  if (/^smtps?:$/.test(URL.parse(text)?.protocol ?? "")) {
    return { kind: "smtp", url: text, from };
  }
  const api = /^(resend|postmark):\/\/([^@/\s]+)(?:@([\w.:-]+))?\/?$/.exec(
    text,
  );
  if (api) {
    const kind = api[1] as keyof typeof ORIGINS;
    return { kind, token: api[2], origin: originOf(kind, api[3]), from };
  }
  // Its value is a secret, so it is not repeated.
  throw new ConfigError(
    "TWINCAST_MAIL_URL is not an address we can send mail by. Set it to smtps://user:password@host:465, smtp://…, resend://KEY or postmark://TOKEN.",
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
    }". Set it to whom mail comes from, for example Twincast <hello@example.com>.`,
  );
}
