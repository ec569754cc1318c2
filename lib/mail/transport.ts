// Sends a letter: by SMTP, or by the HTTP API of Resend or Postmark.
import type { MailConfig } from "../config/mail.ts";
import { SECOND } from "../clock.ts";
import type { Letter } from "./letter.ts";
import { AddressRefused, LetterRefused, withoutAddress } from "./refused.ts";
import { sendBySmtp } from "./smtp.ts";

/** A provider that has not responded by then is tried again later. */
const LONGEST_MS = 30 * SECOND;

/**
 * Sends a letter once. `id` is the same for each try, so that a provider which supports it sends it only once. Throws
 * `LetterRefused` if a retry cannot help (`AddressRefused` if no other letter to this address can succeed either),
 * and another error if it may. None of them contains the address: they are logged.
 */
export async function send(
  config: MailConfig,
  letter: Letter,
  id: string,
  stop: AbortSignal,
): Promise<void> {
  try {
    await sendBy(config, letter, id, stop);
  } catch (error) {
    const Kind = error instanceof AddressRefused
      ? AddressRefused
      : error instanceof LetterRefused
      ? LetterRefused
      : Error;
    throw new Kind(withoutAddress(causesOf(error).join(": "), letter.to));
  }
}

/** The messages of an error and its causes, each once. */
function causesOf(error: unknown): string[] {
  const said = new Set<string>();
  for (let one = error; one instanceof Error; one = one.cause) {
    said.add(one.message);
  }
  return said.size > 0 ? [...said] : [String(error)];
}

async function sendBy(
  config: MailConfig,
  letter: Letter,
  id: string,
  stop: AbortSignal,
): Promise<void> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(LONGEST_MS)]);
  if (config.kind === "smtp") {
    return await sendBySmtp(config, letter, id, signal);
  }
  const { path, headers, body } = config.kind === "resend"
    ? resendCall(config, letter, id)
    : postmarkCall(config, letter);
  const response = await fetch(config.origin + path, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify(body),
    redirect: "error",
    signal,
  });
  const said = (await response.text()).slice(0, 300);
  if (response.ok) return;
  const told = `The mail provider answered ${response.status}: ${said}`;
  // Rate limits and the provider's own faults: later. A wrong key too, which may be fixed.
  const may_help = response.status >= 500 ||
    [401, 403, 408, 409, 429].includes(response.status);
  if (may_help) throw new Error(told);
  throw isOfAddress(config, said)
    ? new AddressRefused(told)
    : new LetterRefused(told);
}

/** Postmark's error 406: it no longer sends to that address. Resend accepts the mail, and reports it later. */
function isOfAddress({ kind }: ApiConfig, said: string): boolean {
  return kind === "postmark" && /"ErrorCode":\s*406\b/.test(said);
}

type ApiConfig = Extract<MailConfig, { origin: string }>;

/** Resend, `POST /emails`; it keeps an `Idempotency-Key` for 24 hours. */
function resendCall(
  { token, from }: ApiConfig,
  { to, subject, text, html, headers }: Letter,
  id: string,
) {
  return {
    path: "/emails",
    headers: { authorization: `Bearer ${token}`, "idempotency-key": id },
    body: { from, to: [to], subject, text, html, ...headers && { headers } },
  };
}

/** Postmark, `POST /email`. */
function postmarkCall(
  { token, from }: ApiConfig,
  { to, subject, text, html, headers }: Letter,
) {
  return {
    path: "/email",
    headers: { "x-postmark-server-token": token, accept: "application/json" },
    body: {
      From: from,
      To: to,
      Subject: subject,
      TextBody: text,
      HtmlBody: html,
      ...headers && {
        Headers: Object.entries(headers).map(([Name, Value]) => ({
          Name,
          Value,
        })),
      },
      MessageStream: "outbound",
    },
  };
}
