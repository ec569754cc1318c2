// A mail provider's reports on accepted mail: that it bounced permanently, or was marked as spam.
import { z } from "zod";
import { Webhook as Signer } from "standardwebhooks";
import { iso, MINUTE } from "../clock.ts";
import type { MailConfig } from "../config/mail.ts";
import type { Context } from "../context.ts";
import { constantTimeEqual } from "../crypto/secrets.ts";
import { AppError } from "../errors.ts";
import { email } from "../schemas/common.ts";
import type { MailStop } from "../schemas/mail.ts";
import { stopMail } from "./stops.ts";

/** A provider's call, unparsed. */
export type ProviderCall = {
  header: (name: string) => string | null;
  body: Uint8Array;
};

/** A signed time this far off is rejected (Standard Webhooks 1.0.0). */
const MAX_SKEW_MS = 5 * MINUTE;
/** Each of our letters has one recipient. */
const MOST_READERS = 50;

type ReportedStop = MailStop & { from: string; to: string[] };

/**
 * Handles the provider's report, and stops mail to addresses it cannot reach. Reports about other things, or about
 * mail from another sender, change nothing. Throws `unauthorized` if the caller is not the provider, or none is set
 * up, and `bad_request` for a malformed body.
 */
export async function receiveMailEvent(
  app: Context,
  call: ProviderCall,
): Promise<void> {
  const { mail } = app.config;
  const body = new TextDecoder().decode(call.body);
  if (!mail || !isFromProvider(mail, call, body, app.clock.now())) {
    throw new AppError(
      "unauthorized",
      "This call was not signed with TWINCAST_MAIL_EVENTS_SECRET, or none is set.",
    );
  }
  const event = readJson(body);
  const told = mail.kind === "resend" ? ofResend(event) : ofPostmark(event);
  if (!told || bareAddress(told.from) !== bareAddress(mail.from)) return;
  const { reason, said } = told;
  const at = iso(Math.min(Date.parse(told.at), app.clock.now()));
  for (const to of told.to) {
    const address = email.safeParse(bareAddress(to));
    if (address.success) {
      await stopMail(app, address.data, { reason, at, said });
    }
  }
}

/** Resend signs like Standard Webhooks, with Svix's header names; Postmark sends the secret as a password. */
function isFromProvider(
  mail: MailConfig,
  { header }: ProviderCall,
  body: string,
  now: number,
): boolean {
  if (mail.kind === "smtp" || !mail.events_secret) return false;
  if (mail.kind === "postmark") {
    const [, sent = ""] = /^Basic ([\w+/=]+)$/i.exec(
      header("authorization") ?? "",
    ) ?? [];
    const [, password = ""] = /^[^:]*:(.*)$/.exec(fromBase64(sent)) ?? [];
    return constantTimeEqual(password, mail.events_secret);
  }
  const id = header("svix-id") ?? "";
  const seconds = header("svix-timestamp") ?? "";
  if (!id || !/^\d{1,12}$/.test(seconds)) return false;
  const at = new Date(1000 * Number(seconds));
  if (Math.abs(now - at.getTime()) > MAX_SKEW_MS) return false;
  const right = new Signer(mail.events_secret).sign(id, at, body);
  // More than one while the provider changes its secret.
  return (header("svix-signature") ?? "").split(" ").slice(0, 10)
    .some((signature) => constantTimeEqual(signature, right));
}

function fromBase64(text: string): string {
  try {
    return atob(text);
  } catch {
    return "";
  }
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new AppError("bad_request", "The body is not well-formed JSON.", {
      cause,
    });
  }
}

const when = z.string().refine((text) => !Number.isNaN(Date.parse(text)));
const words = z.string().default("");

/** resend.com/docs/webhooks/event-types. */
const resendEvent = z.object({
  type: z.enum(["email.bounced", "email.complained", "email.suppressed"]),
  created_at: when,
  data: z.object({
    from: z.string(),
    to: z.array(z.string()).max(MOST_READERS),
    bounce: z.object({ type: words, message: words }).optional(),
    suppressed: z.object({ message: words }).optional(),
  }),
});

function ofResend(event: unknown): ReportedStop | null {
  const { data: read } = resendEvent.safeParse(event);
  if (!read) return null;
  const { type, created_at: at, data: { from, to, bounce, suppressed } } = read;
  // "Transient" and "Undetermined" bounces may work tomorrow.
  if (bounce && bounce.type !== "Permanent") return null;
  return {
    ...{ from, to, at },
    reason: type === "email.complained" ? "complaint" : "bounce",
    said: bounce?.message ?? suppressed?.message ?? "",
  };
}

/** postmarkapp.com/developer/webhooks: the bounce and the spam complaint. */
const postmarkEvent = z.object({
  RecordType: z.enum(["Bounce", "SpamComplaint"]),
  Type: words,
  /** Whether Postmark has stopped sending to the address. */
  Inactive: z.boolean().default(false),
  Description: words,
  Details: words,
  Email: z.string(),
  From: z.string(),
  BouncedAt: when,
});

function ofPostmark(event: unknown): ReportedStop | null {
  const { data: read } = postmarkEvent.safeParse(event);
  if (!read) return null;
  const is_complaint = read.RecordType === "SpamComplaint" ||
    read.Type === "SpamComplaint";
  if (!is_complaint && !read.Inactive) return null;
  return {
    from: read.From,
    to: [read.Email],
    at: read.BouncedAt,
    reason: is_complaint ? "complaint" : "bounce",
    said: read.Details || read.Description,
  };
}

/** `ada@example.com` from `Ada <Ada@example.com>`. */
function bareAddress(text: string): string {
  return (/<([^<>]*)>\s*$/.exec(text)?.[1] ?? text).trim().toLowerCase();
}
