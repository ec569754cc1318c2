// Finds the answer to a person's message.
import { askByChannel } from "../chat/ask.ts";
import type { ChatContext } from "../chat/converse.ts";
import { DAY, MINUTE, SECOND } from "../clock.ts";
import { seal, unseal } from "../crypto/sealing.ts";
import { isAppError } from "../errors.ts";
import type { Lease } from "../jobs/lease.ts";
import type { StoredChannel } from "../schemas/channel.ts";
import type { Twin } from "../schemas/twin.ts";
import type { Changes } from "../store/changes.ts";
import { keys } from "../store/keys.ts";
import type { Inbound } from "./adapter.ts";
import { type ChannelMessage, MAX_MESSAGE } from "./inbox.ts";
import { FOUND, foundChat } from "./test_message.ts";
import { type Person, personOf, setPerson } from "./people.ts";

/** Delays before retrying when no answer could be found because the model or the store failed. */
export const ASK_AGAIN_MS = [SECOND, 10 * SECOND, MINUTE];
/** How often someone who writes too fast is warned. */
const WARN_EVERY_MS = MINUTE;

/** A message and its recipient. */
export type Asked = { channel: StoredChannel; twin: Twin; inbound: Inbound };

/** The job run that answers it: where the message is stored, and how to write it. */
type Run = {
  app: ChatContext;
  lease: Lease;
  key: Deno.KvKey;
  write(message: ChannelMessage, also?: (op: Changes) => void): Promise<void>;
};

/** Finds the answer and stores it, or the reason for having none, with the message. */
export async function findAnswer(
  run: Run,
  message: ChannelMessage,
  { channel, twin, inbound }: Asked,
): Promise<void> {
  const { app, lease } = run;
  if (inbound.text.length > MAX_MESSAGE) {
    return await notice(
      run,
      message,
      `This message is too long for me. Please write at most ${
        MAX_MESSAGE.toLocaleString("en")
      } characters.`,
    );
  }
  const found = await foundChat(app, channel, inbound);
  if (found) return await notice(run, message, FOUND, found);
  const key = keys.channelPerson(channel.id, personOf(inbound));
  const person = (await app.kv.get<Person>(key)).value;
  const secret = app.config.secret ?? "";
  const session_id = person?.session
    ? unseal(secret, channel.id, person.session) ?? undefined
    : undefined;
  try {
    const asked = await askByChannel(app, { channel, twin }, {
      language: inbound.language,
      alongside: (op, { session_id, session, exchange, is_new }) => {
        lease.guard(op);
        // The model failed midway: what it had said is recorded, but it is no answer.
        if (exchange.partial) return;
        const { id } = session;
        const answer = {
          ...{ session_id: id, message_id: exchange.id, is_first: is_new },
        };
        op.set(run.key, { ...message, answer });
        if (!is_new) return;
        const sealed = seal(secret, channel.id, session_id);
        const ends_ms = app.clock.now() + app.config.session_max_ms;
        setPerson(op, key, {
          ...{ session: sealed, told_at_ms: 0, kept_until_ms: ends_ms },
        });
      },
    }, { message: inbound.text, session_id });
    if (asked.kind === "streaming") {
      for await (const _ of asked.events(lease.signal));
    }
  } catch (error) {
    lease.signal.throwIfAborted();
    await refuse(run, message, { key, person, twin, error });
  }
}

/** Says why there is no answer. Rethrows errors that a retry may fix. */
async function refuse(
  { app, lease, ...run }: Run,
  message: ChannelMessage,
  { key, person, twin, error }: {
    key: Deno.KvKey;
    person: Person | null;
    twin: Twin;
    error: unknown;
  },
): Promise<void> {
  const is_final = isAppError(error) &&
    (["forbidden", "rate_limited"].includes(error.code) || twin.paused);
  if (is_final && error.code === "rate_limited") {
    const now = app.clock.now();
    if (person && now - person.told_at_ms < WARN_EVERY_MS) {
      return await notice(run, message, "");
    }
    const { session = null, kept_until_ms = now + DAY } = person ?? {};
    return await notice(
      run,
      message,
      error.message,
      (op) => setPerson(op, key, { session, told_at_ms: now, kept_until_ms }),
    );
  }
  if (is_final) return await notice(run, message, error.message);
  if (lease.job.attempts <= ASK_AGAIN_MS.length) throw error;
  await notice(
    run,
    message,
    "Something went wrong on our side. Please ask again later.",
  );
}

/** Answers with text that is recorded nowhere else. */
async function notice(
  { write }: Pick<Run, "write">,
  message: ChannelMessage,
  words: string,
  also?: (op: Changes) => void,
): Promise<void> {
  await write({ ...message, answer: { notice: words } }, also);
}
