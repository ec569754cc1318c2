import PostalMime from "postal-mime";
import { readHtml } from "./html.ts";
import type { LeftOut, Reading, ReadItem, Refusal } from "./kinds.ts";
import { withoutAround } from "./newsletter.ts";

/** The most messages read per mailbox. */
const MOST_MESSAGES = 500;
/** The most lines of a message that may begin a part: more are meant to exhaust memory. */
const MOST_PARTS = 5_000;
/** Where a reply goes on to quote the original. */
const QUOTED =
  /^(?:>|On .{5,200} wrote:$|Am .{5,200} schrieb .{0,200}:$|Le .{5,200} a écrit ?:$|-{3,} ?(?:Original Message|Ursprüngliche Nachricht|Forwarded message))/u;

/**
 * Reads a mail, or each one in a mailbox (RFC 5322, RFC 4155): the subject is the title. Addresses, attachments,
 * quoted originals and unsubscribe notes are left out.
 */
export async function readMail(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Reading | Refusal> {
  const messages = messagesOf(bytes);
  const items: ReadItem[] = [];
  const left_out: LeftOut[] = [];
  for (const message of messages.slice(0, MOST_MESSAGES)) {
    const read = await readMessage(message);
    items.push(...read.items);
    left_out.push(...read.left_out);
  }
  if (messages.length > MOST_MESSAGES) {
    const what = `${messages.length - MOST_MESSAGES} more messages`;
    const why = `At most ${MOST_MESSAGES} messages of a mailbox are read.`;
    left_out.push({ what, why });
  }
  if (items.length > 0) {
    const what = "Who wrote it and to whom";
    const why =
      "It is of no use to visitors. The text may contain names too: review it before you make it public.";
    return { items, left_out: [{ what, why }, ...left_out] };
  }
  return {
    refusal:
      "This mail contains no text, or is of a kind that cannot be read here. Save it as .eml, or paste its text.",
  };
}

/** The messages of a mailbox, each beginning with a line `From …`; otherwise the single message. */
function messagesOf(
  bytes: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer>[] {
  const text = new TextDecoder("latin1").decode(bytes);
  if (!text.startsWith("From ")) return [bytes];
  const starts = Array.from(
    text.matchAll(/(?:^|\n\r?\n)From [^\n]{1,500}\d{4}\r?\n/g),
    ({ index, 0: line }) => ({ line: index, from: index + line.length }),
  );
  return starts.map(({ from }, i) => bytes.subarray(from, starts[i + 1]?.line));
}

/** Checked before parsing: each part is an object, and a file of megabytes can contain a million. */
function hasManyParts(bytes: Uint8Array<ArrayBuffer>): boolean {
  const text = new TextDecoder("latin1").decode(bytes);
  return text.split("\n--", MOST_PARTS + 1).length > MOST_PARTS;
}

async function readMessage(bytes: Uint8Array<ArrayBuffer>): Promise<Reading> {
  if (hasManyParts(bytes)) {
    const why = "It has thousands of parts, so it is not read.";
    return { items: [], left_out: [{ what: "A mail", why }] };
  }
  const { subject, html, text, attachments } = await PostalMime.parse(bytes, {
    maxNestingDepth: 20,
  });
  const title = subject?.replace(/\s+/g, " ").trim() || null;
  const what = title ? `“${title.slice(0, 60)}”` : "A mail without a subject";
  const read = html ? readHtml(html) : null;
  const said = read && "items" in read
    ? read.items.map(({ kind, title, body }) =>
      kind === "pair" ? `## ${title}\n\n${body}` : body
    ).join("\n\n")
    : text ?? "";
  const body = ownText(said);
  const left_out = attachments
    .filter(({ disposition, filename }) =>
      disposition === "attachment" && filename
    )
    .map(({ filename }) => ({
      what: `${filename?.slice(0, 100)}, attached to ${what}`,
      why: "Files in mails are not read. Save it, and add it by itself.",
    }));
  if (!/\S/.test(body)) {
    const why = "There is no text in it.";
    return { items: [], left_out: [{ what, why }, ...left_out] };
  }
  return { items: [{ kind: "text", title, body }], left_out };
}

/** A mail without the quoted original, the signature, and a newsletter's boilerplate. */
function ownText(said: string): string {
  const lines = said.replace(/\r\n?/g, "\n").split("\n");
  const signature = lines.findIndex((line) => /^-- ?$/.test(line));
  const own = signature > 0 ? lines.slice(0, signature) : lines;
  return withoutAround(
    // Mailboxes quote a line that would begin the next mail.
    own.map((line) => line.replace(/^>(?=>*From )/, ""))
      .filter((line) => !QUOTED.test(line.trim())).join("\n"),
  );
}
