import { askByChannel } from "../chat/ask.ts";
import type { ChatContext } from "../chat/converse.ts";
import { DAY, HOUR, iso, MINUTE, SECOND } from "../clock.ts";
import { seal, unseal } from "../crypto/sealing.ts";
import { isAppError } from "../errors.ts";
import { describeError } from "../log.ts";
import type { Lease } from "../jobs/lease.ts";
import type { JobKind, LastCommit } from "../jobs/runner.ts";
import type { ChannelStanding, StoredChannel } from "../schemas/channel.ts";
import type { Twin } from "../schemas/twin.ts";
import type { Changes } from "../store/changes.ts";
import { keys } from "../store/keys.ts";
import { getTwin } from "../twins/twins.ts";
import type { Inbound, Known } from "./adapter.ts";
import { ADAPTERS, knownOf, platformOf, SEALED_OTHERWISE } from "./adapters.ts";
import {
  type ChannelMessage,
  enqueueMessage,
  MAX_MESSAGE,
  type MessageRef,
} from "./inbox.ts";
import { noteSent } from "./reactions.ts";
import { saidBy } from "./said.ts";
import { type Person, personOf, setPerson } from "./people.ts";
import { SendProblem, type WithPlatforms } from "./platform.ts";

/** How long is waited after each sending that failed, unless the platform says longer. */
const SEND_AGAIN_MS = [
  2 * SECOND,
  10 * SECOND,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  6 * HOUR,
];
/** An answer that could not be sent by then comes too late. */
const LATEST_MS = DAY;
/** How long is waited where the answer itself could not be found: the model or the store failed. */
const ASK_AGAIN_MS = [SECOND, 10 * SECOND, MINUTE];
/** Whoever writes too fast is told so once in so long. */
const TOLD_EVERY_MS = MINUTE;

type App = ChatContext & WithPlatforms;

/**
 * The kind of job that answers a message of a channel: finds the answer, which is recorded with the message by one
 * commit, and sends it. Sent twice only where the process died between sending and writing so.
 */
export function channelJobs(app: App): JobKind {
  return {
    run: (lease) => new Answering(app, lease).run(),
    retry_ms: ASK_AGAIN_MS,
    at_once: 64,
    // Of a person: each has an account of their own.
    each: 1,
  };
}

type Open = {
  channel: StoredChannel;
  twin: Twin;
  known: Known;
  inbound: Inbound;
};

class Answering {
  #ref: MessageRef;
  #key: Deno.KvKey;
  #standing: Deno.KvKey;

  constructor(private app: App, private lease: Lease) {
    this.#ref = lease.job.input as MessageRef;
    const { channel_id, message_id } = this.#ref;
    this.#key = keys.channelMessage(channel_id, message_id);
    this.#standing = keys.channelStanding(channel_id);
  }

  async run(): Promise<LastCommit | void> {
    const message = await this.#read();
    const inbound = message?.inbound;
    if (!message || !inbound) return;
    const key = keys.channel(this.#ref.channel_id);
    const { value: channel } = await this.app.kv.get<StoredChannel>(key);
    const twin = channel && await getTwin(this.app, channel.twin_id);
    if (!channel || !twin || channel.paused) return this.#end(message);
    const known = knownOf(this.app, channel);
    if (!known) return await this.#fail(message, SEALED_OTHERWISE);
    const age_ms = this.app.clock.now() - message.at_ms;
    const latest_ms = Math.min(LATEST_MS, inbound.answerable_ms ?? LATEST_MS);
    if (age_ms >= latest_ms) {
      return await this.#fail(
        message,
        "An answer could not be sent in the time that the platform gives.",
      );
    }
    return await this.#answer(message, { channel, twin, known, inbound });
  }

  async #answer(
    message: ChannelMessage,
    open: Open,
  ): Promise<LastCommit | void> {
    const { channel: { kind }, known, inbound, twin } = open;
    const adapter = ADAPTERS[kind];
    const platform = platformOf(this.app, kind, this.lease.signal);
    if (!message.answer) {
      // Whether it is shown or not, an answer comes.
      void adapter.typing?.(platform, known, inbound).catch(() => {});
      await this.#ask(message, open);
      message = await this.#read() ?? message;
    }
    const said = await saidBy(this.app, message, twin);
    if (!said) return this.#end(message);
    const parts = adapter.render(said);
    let note = (_: Changes) => {};
    try {
      for (let part = message.sent; part < parts.length; part++) {
        const sent = await adapter.send(
          ...[platform, known, inbound, parts[part], part] as const,
        );
        const { answer } = message;
        note = (op) => {
          if (!answer || !("session_id" in answer)) return;
          const { channel_id } = this.#ref;
          noteSent(this.app, op, channel_id, { sent, inbound, answer });
        };
        if (part + 1 === parts.length) break;
        message = { ...message, sent: part + 1 };
        await this.#write(message, note);
      }
    } catch (error) {
      this.lease.signal.throwIfAborted();
      const problem = error instanceof SendProblem
        ? error
        : new SendProblem("Something went wrong on our side.", true);
      if (problem !== error) {
        const told = { kind, error: describeError(error) };
        this.app.log("error", "channel_failed", told);
      }
      return await this.#later(message, inbound, problem);
    }
    const now = iso(this.app.clock.now());
    const end = this.#end(message, {
      ...{ last_message_at: now, last_error: null, last_error_at: null },
    });
    return (op) => {
      end(op);
      note(op);
    };
  }

  /** Finds the answer; it, or why there is none, stands with the message when this is over. */
  async #ask(message: ChannelMessage, { channel, twin, inbound }: Open) {
    if (inbound.text.length > MAX_MESSAGE) {
      return await this.#notice(
        message,
        `This is too long for me. Please write at most ${
          MAX_MESSAGE.toLocaleString("en")
        } characters.`,
      );
    }
    const key = keys.channelPerson(channel.id, personOf(inbound));
    const person = (await this.app.kv.get<Person>(key)).value;
    const secret = this.app.config.secret ?? "";
    const session_id = person?.session
      ? unseal(secret, channel.id, person.session) ?? undefined
      : undefined;
    try {
      const asked = await askByChannel(this.app, { channel, twin }, {
        language: inbound.language,
        alongside: (op, { session_id, session, exchange, is_new }) => {
          this.lease.guard(op);
          // What a model had said when it failed is recorded, and no answer.
          if (exchange.partial) return;
          const { id } = session;
          const answer = {
            ...{ session_id: id, message_id: exchange.id, is_first: is_new },
          };
          op.set(this.#key, { ...message, answer });
          if (!is_new) return;
          const sealed = seal(secret, channel.id, session_id);
          const ends_ms = this.app.clock.now() + this.app.config.session_max_ms;
          setPerson(op, key, {
            ...{ session: sealed, told_at_ms: 0, kept_until_ms: ends_ms },
          });
        },
      }, { message: inbound.text, session_id });
      if (asked.kind === "streaming") {
        for await (const _ of asked.events(this.lease.signal));
      }
    } catch (error) {
      this.lease.signal.throwIfAborted();
      await this.#refuse(message, { key, person, twin, error });
    }
  }

  /** What a person is told who gets no answer. Rethrows what another try may mend. */
  async #refuse(
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
      const now = this.app.clock.now();
      if (person && now - person.told_at_ms < TOLD_EVERY_MS) {
        return await this.#notice(message, "");
      }
      const { session = null, kept_until_ms = now + DAY } = person ?? {};
      return await this.#notice(
        message,
        error.message,
        (op) => setPerson(op, key, { session, told_at_ms: now, kept_until_ms }),
      );
    }
    if (is_final) return await this.#notice(message, error.message);
    if (this.lease.job.attempts <= ASK_AGAIN_MS.length) throw error;
    await this.#notice(
      message,
      "Something went wrong on our side. Please ask again later.",
    );
  }

  /** Ends this run; the answer is sent when the platform wants it, or not at all. */
  async #later(
    message: ChannelMessage,
    inbound: Inbound,
    problem: SendProblem,
  ): Promise<LastCommit> {
    const wait_ms = SEND_AGAIN_MS[message.tries];
    if (!problem.may_help || wait_ms === undefined) {
      return await this.#fail(message, problem.message);
    }
    const at_ms = this.app.clock.now() + Math.max(wait_ms, problem.after_ms);
    const standing = await this.#failing(problem.message);
    return (op) => {
      op.set(this.#key, { ...message, tries: message.tries + 1 })
        .set(this.#standing, standing);
      enqueueMessage(this.app, op, this.#ref, { inbound, at_ms });
    };
  }

  async #fail(message: ChannelMessage, why: string): Promise<LastCommit> {
    return this.#end(message, await this.#failing(why));
  }

  async #failing(last_error: string): Promise<ChannelStanding> {
    const { value } = await this.app.kv.get<ChannelStanding>(this.#standing);
    const last_error_at = iso(this.app.clock.now());
    const last_message_at = value?.last_message_at ?? null;
    return { last_message_at, last_error, last_error_at };
  }

  /** The commit that ends a message: of what was written nothing stays. */
  #end(message: ChannelMessage, standing?: ChannelStanding): LastCommit {
    return (op) => {
      op.set(this.#key, { ...message, inbound: null });
      if (standing) op.set(this.#standing, standing);
    };
  }

  async #read(): Promise<ChannelMessage | null> {
    return (await this.app.kv.get<ChannelMessage>(this.#key)).value;
  }

  async #notice(
    message: ChannelMessage,
    notice: string,
    also: (op: Deno.AtomicOperation) => void = () => {},
  ): Promise<void> {
    await this.#write({ ...message, answer: { notice } }, also);
  }

  async #write(
    message: ChannelMessage,
    also: (op: Deno.AtomicOperation) => void = () => {},
  ): Promise<void> {
    const progress = {
      ...{ done: message.sent, total: null, note: "", problems: [] },
      memo: null,
    };
    await this.lease.step(progress, (op) => {
      op.set(this.#key, message);
      also(op);
    });
  }
}
