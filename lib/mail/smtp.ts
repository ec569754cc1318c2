import type { MailConfig } from "../config/mail.ts";
import { SECOND } from "../clock.ts";
import type { Letter } from "./letter.ts";
import { AddressRefused, LetterRefused } from "./refused.ts";

/** Sends a letter by SMTP, over TLS from the start (`smtps:`) or by STARTTLS if the server offers it. */
export async function sendBySmtp(
  { url, from }: Extract<MailConfig, { kind: "smtp" }>,
  letter: Letter,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  // Loaded with the first letter: most servers send none.
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({
    url,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 30 * SECOND,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const end = () => transport.close();
  signal.addEventListener("abort", end);
  try {
    const { to, subject, text, html, headers } = letter;
    const host = from.split("@").at(-1)?.replace(/[^\w.-]/g, "") || "localhost";
    await transport.sendMail({
      from,
      // An object, so that it is not parsed as a list of addresses.
      to: { name: "", address: to },
      subject,
      text,
      html,
      messageId: `<${id}@${host}>`,
      headers: { ...headers, "Auto-Submitted": "auto-generated" },
    });
  } catch (cause) {
    throw isRefusal(cause) ? refused(cause) : cause;
  } finally {
    signal.removeEventListener("abort", end);
    transport.close();
  }
}

type SmtpError = Error & {
  responseCode?: number;
  code?: string;
  command?: string;
};

/** A 5yz reply to the letter itself is permanent (RFC 5321, 4.2.1); one to the log-in may be fixed. */
function isRefusal(error: unknown): error is SmtpError {
  const { responseCode = 0, code } = error as SmtpError;
  return responseCode >= 500 && code !== "EAUTH";
}

function refused(cause: SmtpError): LetterRefused {
  const Refused = isOfAddress(cause) ? AddressRefused : LetterRefused;
  return new Refused(cause.message.slice(0, 300), { cause });
}

/** No such mailbox or domain, or a moved one (RFC 3463, 3.2), about the recipient, not the sender's address. */
function isOfAddress({ command, message }: SmtpError): boolean {
  return command === "RCPT TO" && /\b5\.1\.(1|2|3|6|10)\b/.test(message);
}
