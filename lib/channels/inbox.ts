// Incoming messages of a channel. A message and the job of answering it are written in one commit, once however often
// it is delivered; then the platform gets its response, and a job does the rest.
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

/** The job kind that answers a message. The name is stored, so it cannot change. */
export const CHANNEL_JOB = "channel_message";
/** A platform redelivers a message for a week at most; ids are kept this long. */
const KNOWN_MS = 8 * DAY;
/** The longest message that is read, in characters; a longer one is answered with a request to shorten it. */
export const MAX_MESSAGE = 4_000;

/** A stored message on its way. Once answered, only the fact that it arrived is kept. */
export type ChannelMessage = {
  inbound: Inbound | null;
  at_ms: number;
  /** Failed attempts to send. */
  tries: number;
  /** Parts of its answer that were sent. */
  sent: number;
  /** The answer: where it is recorded, or text recorded nowhere else. */
  answer?:
    | { session_id: string; message_id: string; is_first: boolean }
    | { notice: string };
};

/** The input of a message's job. */
export type MessageRef = { channel_id: string; message_id: string };

/** Longer than any platform's identifiers, in UTF-16 units. */
const name = z.string().min(1).max(2_000);
/** A signed body may contain anything: the channel's owner chose the secret that signs it. */
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
 * Handles a platform's call and returns the response for the platform; its messages are stored by then. Throws
 * `not_found` for an unknown channel, `unauthorized` for a call that the platform did not sign, `forbidden` for a GET
 * that asks for anything else.
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
    // Reported below.
  }
  throw new AppError("bad_request", "The body is not a JSON object.");
}

/** Stores a message and its job, unless it is already known. */
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

/**
 * Adds the job of answering a message to a commit. One person's messages are answered in order and do not hold up
 * anyone else's.
 */
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
