import type { ChatContext } from "../chat/converse.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../clock.ts";
import { describeError } from "../log.ts";
import type { Lease } from "../jobs/lease.ts";
import type { JobKind, LastCommit } from "../jobs/kind.ts";
import type { StoredChannel } from "../schemas/channel.ts";
import type { Changes } from "../store/changes.ts";
import { keys } from "../store/keys.ts";
import { getTwin } from "../twins/twins.ts";
import type { Inbound, Known } from "./adapter.ts";
import { ADAPTERS, knownOf, platformOf, SEALED_OTHERWISE } from "./adapters.ts";
import { ASK_AGAIN_MS, type Asked, findAnswer } from "./asking.ts";
import {
  type ChannelMessage,
  enqueueMessage,
  type MessageRef,
} from "./inbox.ts";
import { AccountProblem, SendProblem, type WithPlatforms } from "./platform.ts";
import { noteSent } from "./reactions.ts";
import { outgoingAnswer } from "./outgoing_answer.ts";
import { answeredStanding, noteFailure } from "./standing.ts";

/** Delays after each failed attempt to send, unless the platform asks for longer. */
const SEND_AGAIN_MS = [
  2 * SECOND,
  10 * SECOND,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  6 * HOUR,
];
/** An answer that could not be sent by then is dropped. */
const LATEST_MS = DAY;

type App = ChatContext & WithPlatforms;

/**
 * The job kind that answers a channel's message: finds the answer, records it with the message in one commit, and
 * sends it. Sent twice only if the process dies between sending and recording that.
 */
export function channelJobs(app: App): JobKind {
  return {
    run: (lease) => new Answering(app, lease).run(),
    retry_ms: ASK_AGAIN_MS,
    at_once: 64,
    // Per person: each is an account of its own.
    each: 1,
  };
}

type Open = Asked & { known: Known };

class Answering {
  #ref: MessageRef;
  #key: Deno.KvKey;

  constructor(private app: App, private lease: Lease) {
    this.#ref = lease.job.input as MessageRef;
    const { channel_id, message_id } = this.#ref;
    this.#key = keys.channelMessage(channel_id, message_id);
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
    if (!known) return await this.#fail(message, SEALED_OTHERWISE, true);
    const age_ms = this.app.clock.now() - message.at_ms;
    const latest_ms = Math.min(LATEST_MS, inbound.answerable_ms ?? LATEST_MS);
    if (age_ms >= latest_ms) {
      return await this.#fail(
        message,
        "An answer took longer than the platform allows.",
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
      // Best effort: the answer comes either way.
      void adapter.typing?.(platform, known, inbound).catch(() => {});
      const write = this.#write.bind(this);
      const { app, lease } = this;
      await findAnswer({ app, lease, key: this.#key, write }, message, open);
      message = await this.#read() ?? message;
    }
    const said = await outgoingAnswer(this.app, message, twin);
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
    const { channel_id } = this.#ref;
    const standing = await answeredStanding(this.app, channel_id);
    const end = this.#end(message);
    return (op) => {
      end(op);
      note(op);
      op.set(keys.channelStanding(channel_id), standing);
    };
  }

  /** Ends this run; the answer is sent when the platform asks for it, or not at all. */
  async #later(
    message: ChannelMessage,
    inbound: Inbound,
    problem: SendProblem,
  ): Promise<LastCommit> {
    const wait_ms = SEND_AGAIN_MS[message.tries];
    if (!problem.may_help || wait_ms === undefined) {
      const is_lasting = problem instanceof AccountProblem;
      return await this.#fail(message, problem.message, is_lasting);
    }
    const at_ms = this.app.clock.now() + Math.max(wait_ms, problem.after_ms);
    await this.#noteFailure(problem.message, false);
    return (op) => {
      op.set(this.#key, { ...message, tries: message.tries + 1 });
      enqueueMessage(this.app, op, this.#ref, { inbound, at_ms });
    };
  }

  async #fail(
    message: ChannelMessage,
    why: string,
    is_lasting = false,
  ): Promise<LastCommit> {
    await this.#noteFailure(why, is_lasting);
    return this.#end(message);
  }

  async #noteFailure(why: string, is_lasting: boolean): Promise<void> {
    const { channel_id } = this.#ref;
    const failure = { why, is_lasting };
    await noteFailure(this.app, this.lease, channel_id, failure);
  }

  /** The commit that ends a message: nothing of its text is kept. */
  #end(message: ChannelMessage): LastCommit {
    return (op) => {
      op.set(this.#key, { ...message, inbound: null });
    };
  }

  async #read(): Promise<ChannelMessage | null> {
    return (await this.app.kv.get<ChannelMessage>(this.#key)).value;
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
