import type { Clock } from "../clock.ts";
import { AppError } from "../errors.ts";
import {
  type Changed,
  type Charge,
  Counters,
  type Decision,
} from "./rate_limiting.ts";
import { JointCommit } from "../store/changes.ts";
import {
  type Admitted,
  admitted,
  type Attempt,
  type Call,
  fail,
  readyOf,
  takeBatch,
} from "./calls.ts";
import { ChargedAhead, HELD_MS } from "./charged_ahead.ts";
import { Turns } from "./turns.ts";
import { commit, delay, isInDoubt, isLocked } from "../store/commit.ts";

const MAX_QUEUE = 20_000;
const GIVE_UP_MS = 2_000;
/** A commit beaten this often is split in halves, so that one call cannot hold up the others. */
const TRIES_TOGETHER = 8;

/**
 * Rate limits and records, committed together. Calls that arrive during a commit are decided together in the next
 * one, a single atomic write that checks each counter it changes: a limit holds for any number of callers and
 * processes, and a call's record is durable exactly if it was charged. Owns its queue: `close` ends it.
 */
export class Admission {
  #queue: Call[] = [];
  #running: Promise<void> | null = null;
  #closed = false;
  #counters: Counters;
  #shared: { turns: Turns; ahead: ChargedAhead } | null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #onBatch: (calls: number) => void;
  #give_up_ms: number;

  /** `onBatch` receives how many calls each commit decides; `is_shared` if several processes use the store. */
  constructor(
    private kv: Deno.Kv,
    clock: Clock,
    { onBatch = () => {}, is_shared = false, give_up_ms = GIVE_UP_MS }: {
      onBatch?: (calls: number) => void;
      is_shared?: boolean;
      give_up_ms?: number;
    } = {},
  ) {
    this.#shared = is_shared
      ? { turns: new Turns(), ahead: new ChargedAhead(clock) }
      : null;
    this.#counters = new Counters(kv, clock, this.#shared?.ahead);
    this.#onBatch = onBatch;
    this.#give_up_ms = give_up_ms;
  }

  /** How many calls wait for a commit that has not started. */
  get waiting(): number {
    return this.#queue.length;
  }

  /**
   * Charges every policy once or, if any is used up, none. Durable when it resolves. Throws `unavailable` if the
   * store fails or more than 20,000 calls are waiting: a call is never admitted uncounted.
   */
  admit(charges: Charge[]): Promise<Decision> {
    return this.#enqueue(charges, 1, null);
  }

  /**
   * Like `admit`, and writes what `attempt` adds in the same commit if the call is allowed, nothing if it is refused.
   * An error in `attempt` ends the call, uncharged.
   */
  admitWith<T>(charges: Charge[], attempt: Attempt<T>): Promise<Admitted<T>> {
    return this.#enqueue(charges, 1, attempt) as Promise<Admitted<T>>;
  }

  /** Writes what `attempt` adds, batched with others. Like `commitWithRetry`, for many small changes. */
  async write<T>(attempt: Attempt<T>): Promise<T> {
    const { value } = await this.#enqueue([], 1, attempt);
    return value as T;
  }

  /** Gives back one charge of every policy, for something that turned out not to count. */
  async refund(charges: Charge[]): Promise<void> {
    await this.#enqueue(charges, -1, null);
  }

  /**
   * Predicts the decision of `admit` from what this process knows, without reading or charging: for refusing early.
   * Only `admit` admits.
   */
  predict(charges: Charge[]): Decision {
    return this.#counters.decide(charges, 1);
  }

  /** Accepts no more calls; resolves when the waiting ones are written, and unused places are given back. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#giveBack({ all: true });
    await this.#drain();
  }

  #enqueue(
    charges: Charge[],
    cost: 1 | -1,
    attempt: Attempt<unknown> | null,
  ): Promise<Admitted<unknown>> {
    if (this.#closed || this.#queue.length >= MAX_QUEUE) {
      return Promise.reject(
        new AppError(
          "unavailable",
          "Too many calls are waiting. Try again in a second.",
          { retry_after_s: 1 },
        ),
      );
    }
    const result = Promise.withResolvers<Admitted<unknown>>();
    this.#queue.push({ charges, cost, attempt, result });
    this.#running ??= this.#drain();
    return result.promise;
  }

  async #drain(): Promise<void> {
    // One turn of the event loop gathers what arrived together.
    await Promise.resolve();
    this.#shared?.turns.begin();
    while (this.#giveBack() || this.#queue.length > 0) {
      await this.#turn();
      const batch = takeBatch(this.#queue);
      this.#onBatch(batch.length);
      await this.#settle(batch);
    }
    this.#running = null;
    if (this.#closed || !this.#shared || this.#shared.ahead.isEmpty) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#running ??= this.#drain();
    }, HELD_MS);
  }

  /** Resolves when the waiting calls may be decided: at once, unless it is another process's turn. */
  async #turn(): Promise<void> {
    if (!this.#shared) return;
    const { turns, ahead } = this.#shared;
    if (!ahead.suffices(this.#queue)) await turns.come();
  }

  /** Lets the next commit give back places that no call has used in time; whether there are any. */
  #giveBack(which?: { all: true }): boolean {
    const due = this.#shared?.ahead.due(which) ?? [];
    for (const charge of due) {
      const result = Promise.withResolvers<Admitted<unknown>>();
      // If that fails, they count until the window has passed.
      result.promise.catch(() => {});
      this.#queue.unshift({
        charges: [charge],
        cost: -1,
        attempt: null,
        result,
      });
    }
    return due.length > 0;
  }

  /** Settles calls, retrying while others win the race, until `give_up_at`. */
  async #settle(
    batch: Call[],
    give_up_at = performance.now() + this.#give_up_ms,
  ): Promise<void> {
    for (let beaten = 1;; beaten++) {
      try {
        if (await this.#commit(batch)) return;
      } catch (error) {
        this.#counters.forget(batch.flatMap(({ charges }) => charges));
        if (isInDoubt(error)) {
          this.#shared?.ahead.settle({ charged: false });
        } else this.#shared?.ahead.undo();
        if (!isLocked(error)) return fail(batch, error);
      }
      if (performance.now() > give_up_at) {
        return fail(batch, new Error("Other commits were faster for too long"));
      }
      if (beaten >= TRIES_TOGETHER && batch.length > 1) {
        const half = Math.ceil(batch.length / 2);
        await this.#settle(batch.slice(0, half), give_up_at);
        return await this.#settle(batch.slice(half), give_up_at);
      }
      await delay(Math.random() * Math.min(16, 2 ** beaten));
    }
  }

  /** Writes the changes of these calls atomically; false if another process was first, and nothing was changed. */
  async #commit(batch: Call[]): Promise<boolean> {
    const [ready] = await Promise.all([
      readyOf(batch),
      this.#counters.remember(batch.flatMap(({ charges }) => charges)),
    ]);
    const op = this.kv.atomic();
    const joint = new JointCommit(op);
    const changed: Changed = new Map();
    const decided: [Call, Admitted<unknown>][] = [];
    const later: Call[] = [];
    for (const { call, held, value } of ready) {
      const more = call.charges.length;
      if (!joint.hasRoomFor(held, more)) {
        later.push(call);
        continue;
      }
      const size = changed.size;
      const decision = this.#counters.decide(call.charges, call.cost, changed);
      if (decision.allowed) joint.add(held);
      joint.countChecks(changed.size - size);
      decided.push([call, admitted(decision, value)]);
    }
    if (this.#shared?.turns.isContested) {
      this.#shared.ahead.add(changed, (id) => this.#counters.windowOf(id));
    }
    this.#counters.write(op, changed);
    if (!joint.isEmpty) {
      const committed = await commit(joint.finish());
      if (!committed.ok) {
        this.#shared?.turns.beaten();
        this.#shared?.ahead.undo();
        this.#counters.forget([...changed.values()].map(([charge]) => charge));
        return false;
      }
      this.#counters.keep(changed, committed.versionstamp);
    }
    this.#shared?.ahead.settle({ charged: true });
    for (const [call, admitted] of decided) call.result.resolve(admitted);
    this.#queue.unshift(...later);
    return true;
  }
}

export type WithAdmission = { admission: Admission };
