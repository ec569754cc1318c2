// Outgoing letters. A letter is written by the commit of the event it reports, and sent by a job, so that none is
// lost and none reports what never happened. Until then it is sealed: it may contain a link that logs someone in.
import type { Context } from "../context.ts";
import { DAY, HOUR, iso, MINUTE } from "../clock.ts";
import { newId } from "../crypto/ids.ts";
import { seal, unseal } from "../crypto/sealing.ts";
import { enqueue } from "../jobs/jobs.ts";
import type { Lease } from "../jobs/lease.ts";
import type { JobKind, LastCommit } from "../jobs/kind.ts";
import { commit } from "../store/commit.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";
import { layOut, type Letter, type LetterText } from "./letter.ts";
import { AddressRefused, LetterRefused } from "./refused.ts";
import { getMailStops, stopMail } from "./stops.ts";
import { send } from "./transport.ts";

/** Mail that could not be sent by then is dropped. */
const KEPT_MS = 3 * DAY;

/** Whether this server sends mail. */
export function sendsMail({ config }: Pick<Context, "config">): boolean {
  return config.mail !== null;
}

/** The conversations whose words a letter quotes, and what is sent instead once one of them is erased. */
export type Quoting = { session_ids: Iterable<string>; instead: LetterText };

/** The contents of a sealed letter. */
type Waiting = Letter & { instead?: Letter };

/**
 * Adds a letter to a commit; letters of one `account` take turns. Adds nothing if no mail is sent. Returns the
 * letter's id, or null.
 */
export function addLetter(
  { config, clock }: Context,
  op: Deno.AtomicOperation,
  account: string,
  letter: LetterText,
  quoting?: Quoting,
): string | null {
  if (!config.mail || !config.secret) return null;
  const now = clock.now();
  const id = newId("ltr", now);
  const key = keys.letter(id);
  const waiting: Waiting = layOut(letter);
  if (quoting) waiting.instead = layOut(quoting.instead);
  op.set(key, seal(config.secret, id, JSON.stringify(waiting)))
    .set(expiryKey(now + KEPT_MS, "delete", key), null);
  for (const session_id of new Set(quoting?.session_ids)) {
    linkToSession(op, session_id, id, now + KEPT_MS);
  }
  enqueue({ clock }, op, {
    kind: "letter",
    account,
    subject: account,
    input: { letter_id: id },
  });
  return id;
}

/** Like `addLetter`, to someone who left their e-mail in a conversation: the letter is deleted with it. */
export function addVisitorLetter(
  app: Context,
  op: Deno.AtomicOperation,
  { account, session_id }: { account: string; session_id: string },
  letter: LetterText,
): void {
  const id = addLetter(app, op, account, letter);
  if (id !== null) linkToSession(op, session_id, id, app.clock.now() + KEPT_MS);
}

/** Adds to a commit that a letter belongs to a conversation until `gone_at`, in milliseconds. */
function linkToSession(
  op: Deno.AtomicOperation,
  session_id: string,
  letter_id: string,
  gone_at: number,
): void {
  const key = keys.letterOfSession(session_id, letter_id);
  op.set(key, null).set(expiryKey(gone_at, "delete", key), null);
}

/** Removes unsent mail of a deleted conversation: letters to the visitor, and their words in letters to others. */
export async function removeLettersOf(
  { kv, config }: Pick<Context, "kv" | "config">,
  session_id: string,
): Promise<void> {
  const prefix = keys.lettersOfSession(session_id);
  for await (const { key } of kv.list({ prefix })) {
    const id = String(key.at(-1));
    const letter = await kv.get<string>(keys.letter(id));
    const instead = letter.value && config.secret &&
      withoutWords(config.secret, id, letter.value);
    // It may have been sent meanwhile, or changed by another erasure.
    const op = kv.atomic().delete(key).check(letter);
    await commit(instead ? op.set(letter.key, instead) : op.delete(letter.key));
  }
}

/** A sealed letter after what it quotes is erased; null if it is dropped altogether. */
function withoutWords(
  secret: string,
  id: string,
  sealed: string,
): string | null {
  const text = unseal(secret, id, sealed);
  const { instead } = JSON.parse(text ?? "{}") as Partial<Waiting>;
  return instead
    ? seal(secret, id, JSON.stringify({ ...instead, instead }))
    : null;
}

/** The job kind that sends a letter. */
export function letterJobs(app: Context): JobKind {
  return {
    run: (lease) => sendOne(app, lease),
    retry_ms: [
      MINUTE,
      5 * MINUTE,
      30 * MINUTE,
      2 * HOUR,
      6 * HOUR,
      12 * HOUR,
      DAY,
    ],
    isFinal: (error) => error instanceof LetterRefused,
    at_once: 8,
    each: 2,
  };
}

async function sendOne(app: Context, lease: Lease): Promise<LastCommit | void> {
  const { letter_id } = lease.job.input as { letter_id: string };
  const { mail, secret } = app.config;
  const key = keys.letter(letter_id);
  const { value } = await app.kv.get<string>(key);
  if (!value || !mail || !secret) return;
  const text = unseal(secret, letter_id, value);
  if (text === null) {
    throw new LetterRefused(
      "TWINCAST_SECRET has changed since it was sealed.",
    );
  }
  const { instead: _, ...letter } = JSON.parse(text) as Waiting;
  // Checked at the last moment: an address may have been stopped while the letter waited.
  const stops = await getMailStops(app, [letter.to]);
  if (!stops.has(letter.to)) {
    try {
      await sendOrStop(
        app,
        letter,
        () => send(mail, letter, letter_id, lease.signal),
      );
    } catch (error) {
      // It is not tried again, and so not kept.
      if (error instanceof LetterRefused) {
        await commit(app.kv.atomic().delete(key));
      }
      throw error;
    }
  }
  return (op) => void op.delete(key);
}

/** Sends a letter; if the address is refused, stops further letters to it. */
async function sendOrStop(
  app: Context,
  { to }: Letter,
  sending: () => Promise<void>,
): Promise<void> {
  try {
    await sending();
  } catch (error) {
    if (error instanceof AddressRefused) {
      const at = iso(app.clock.now());
      await stopMail(app, to, { reason: "bounce", at, said: error.message });
    }
    throw error;
  }
}
