// What comes in by a channel. A message and the work of answering it are written by one commit, once however often it
// comes; then the platform gets its answer, and the rest is a job's.
import { z } from "zod";
import { DAY } from "../clock.ts";
import type { Context } from "../context.ts";
import { AppError, notFound } from "../errors.ts";
import { enqueue } from "../jobs/jobs.ts";
import type { WithAdmission } from "../limits/admission.ts";
import type { ChannelKind, StoredChannel } from "../schemas/channel.ts";
import type { Changes } from "../store/changes.ts";
import { commit } from "../store/commit.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";
import { getTwin } from "../twins/twins.ts";
import type { HookAnswer, Inbound, Incoming, Reaction } from "./adapter.ts";
import { ADAPTERS, knownOf, SEALED_OTHERWISE } from "./adapters.ts";
import { personOf, shortHash } from "./people.ts";
import { takeReaction } from "./reactions.ts";

/** The kind of job that answers a message. The name is stored: it stays. */
export const CHANNEL_JOB = "channel_message";
/** A platform sends a message again for a week at most: so long it is known. */
const KNOWN_MS = 8 * DAY;
/** The longest message that is read, in characters; a longer one is answered with a request to shorten it. */
export const MAX_MESSAGE = 4_000;

/** A message on its way, as stored. Once it is answered nothing of it is left but that it came. */
export type ChannelMessage = {
  inbound: Inbound | null;
  at_ms: number;
  /** Failed attempts to send. */
  tries: number;
  /** Parts of its answer that were sent. */
  sent: number;
  /** Its answer, by where it is recorded, or words that are recorded nowhere. */
  answer?:
    | { session_id: string; message_id: string; is_first: boolean }
    | { notice: string };
};

/** The input of a message's job. */
export type MessageRef = { channel_id: string; message_id: string };

/** Longer than what any platform calls anything, in UTF-16 units. */
const name = z.string().min(1).max(2_000);
/** A signed body may hold anything: whose channel it is chose the secret that it is signed with. */
const inbound: z.ZodType<Inbound> = z.object({
  ...{ dedupe: name, conversation: name, person: name },
  ...{ author: name.optional(), reply_to: name.optional() },
  text: z.string(),
  language: z.string().max(100).optional().catch(undefined),
  answerable_ms: z.number().optional(),
});
const reaction: z.ZodType<Reaction> = z.object({
  ...{ conversation: name, message: name, person: name },
  rating: z.enum(["up", "down"]),
});

/**
 * Takes a platform's call. What it answers is for the platform; by then its messages are kept. Throws `not_found` where
 * there is no such channel, `unauthorized` for a call that the platform did not sign, `forbidden` for a GET that asks
 * for something else.
 */
export async function receive(
  app: Context & WithAdmission,
  kind: string,
  channel_id: string,
  incoming: Incoming,
): Promise<HookAnswer> {
  const { value: channel } = await app.kv.get<StoredChannel>(
    keys.channel(channel_id),
  );
  if (channel?.kind !== kind || !await getTwin(app, channel.twin_id)) {
    throw notFound("channel");
  }
  const known = knownOf(app, channel);
  if (!known) throw new AppError("unavailable", SEALED_OTHERWISE);
  const adapter = ADAPTERS[channel.kind];
  if (incoming.method === "GET") {
    const answer = adapter.handshake(incoming, known);
    if (answer) return answer;
    throw new AppError("forbidden", "The verify token does not match.");
  }
  const now = app.clock.now();
  if (!await adapter.verify(incoming, known.secrets, now)) {
    throw new AppError("unauthorized", "The signature is not right.");
  }
  const shaken = adapter.handshake(incoming, known);
  if (shaken) return shaken;
  const read = readBody(incoming);
  const messages = adapter.parse(read, known, now)
    .flatMap((message) => inbound.safeParse(message).data ?? []);
  if (!channel.paused) {
    for (const message of messages) await keep(app, channel, message);
    for (const given of adapter.reactions?.(read, known) ?? []) {
      const { data } = reaction.safeParse(given);
      if (data) await takeReaction(app, channel.id, data);
    }
  }
  return adapter.ack(messages, channel.paused);
}

function readBody({ body }: Incoming): object {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // Told as what it is, below.
  }
  throw new AppError("bad_request", "The body is not a JSON object.");
}

/** Writes a message and its job, unless it is known. */
async function keep(
  app: Context,
  { id: channel_id, kind }: StoredChannel,
  inbound: Inbound,
): Promise<void> {
  const now = app.clock.now();
  const message_id = shortHash(inbound.dedupe);
  const key = keys.channelMessage(channel_id, message_id);
  const text = inbound.text.slice(0, MAX_MESSAGE + 1).toWellFormed()
    .replaceAll("\0", "");
  const message: ChannelMessage = {
    ...{ inbound: { ...inbound, text }, at_ms: now, tries: 0, sent: 0 },
  };
  const op = app.kv.atomic().check({ key, versionstamp: null })
    .set(key, message).set(expiryKey(now + KNOWN_MS, "delete", key), null);
  enqueueMessage(app, op, { channel_id, message_id }, { kind, inbound });
  await commit(op);
}

/** Adds to a commit that a message is answered. Those of one person are one after the other, and hold up no one else. */
export function enqueueMessage(
  app: Pick<Context, "clock">,
  op: Changes,
  ref: MessageRef,
  { inbound, at_ms }: { kind?: ChannelKind; inbound: Inbound; at_ms?: number },
): void {
  enqueue(app, op, {
    kind: CHANNEL_JOB,
    account: `${ref.channel_id} ${personOf(inbound)}`,
    subject: ref.channel_id,
    input: ref,
    at_ms,
  });
}
