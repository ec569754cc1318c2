import type { Clock } from "./clock.ts";
import { HOUR } from "./clock.ts";
import type { Limit, Policy } from "./config.ts";
import { AppError } from "./errors.ts";
import {
  advance,
  charge,
  partAt,
  type SlidingWindow,
  used,
  waitFor,
} from "./sliding_window.ts";
import { delay, isLocked, storeError } from "./store/commit.ts";
import { keys } from "./store/keys.ts";
import { expiryKey } from "./store/expiries.ts";

/** One policy a call counts against: whose count, and what it allows. */
export type Charge = Limit & {
  policy: Policy;
  subject: string;
  /** The subject was made a moment ago, so nothing has been counted for it: it is not looked up. */
  is_new?: boolean;
};

/** Where a policy stands after a decision, for the `RateLimit` headers. */
export type Standing = {
  policy: Policy;
  limit: number;
  window_ms: number;
  remaining: number;
  /** Until a place returns when none remains, otherwise 0. */
  wait_ms: number;
};

export type Decision = {
  allowed: boolean;
  standings: Standing[];
  /** The standing of the policy that refused; of several the one that lasts longest. */
  refused_by: Standing | null;
};

type Entry = { window: SlidingWindow | null; versionstamp: string | null };

const NOTHING: Entry = { window: null, versionstamp: null };

type Call = {
  charges: Charge[];
  cost: 1 | -1;
  result: PromiseWithResolvers<Decision>;
};

/** The store takes 100 checks a commit. */
const MAX_SUBJECTS = 100;

const MAX_QUEUE = 20_000;

const MAX_REMEMBERED = 50_000;

const GIVE_UP_MS = 2_000;

/**
 * Sliding-window rate limits over the store. Calls that arrive while a commit runs are decided together and
 * committed as the next one, a single atomic write with a check of every counter it changes: the limit holds
 * for any number of callers and of processes. Owns its queue: `close` ends it.
 */
export class RateLimiter {
  #queue: Call[] = [];
  #running = false;
  #closed = false;
  #remembered = new Map<string, Entry>();

  constructor(private kv: Deno.Kv, private clock: Clock) {}

  /**
   * Charges every policy once or, if any is used up, none. Durable when it answers. Throws `unavailable`
   * when the store fails or more than 20,000 calls wait: a call is never let through uncounted.
   */
  admit(charges: Charge[]): Promise<Decision> {
    return this.#enqueue(charges, 1);
  }

  /** Gives back one charge of every policy, for what turned out not to count. */
  async refund(charges: Charge[]): Promise<void> {
    await this.#enqueue(charges, -1);
  }

  close(): void {
    this.#closed = true;
  }

  #enqueue(charges: Charge[], cost: 1 | -1): Promise<Decision> {
    if (this.#closed || this.#queue.length >= MAX_QUEUE) {
      return Promise.reject(
        new AppError(
          "unavailable",
          "Too many calls are waiting. Try again in a second.",
          { headers: { "retry-after": "1" } },
        ),
      );
    }
    const call: Call = { charges, cost, result: Promise.withResolvers() };
    this.#queue.push(call);
    if (!this.#running) this.#run();
    return call.result.promise;
  }

  async #run(): Promise<void> {
    this.#running = true;
    // One turn of the loop gathers what arrived together.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      const batch = this.#takeBatch();
      try {
        const decisions = await this.#decide(batch);
        batch.forEach((call, i) => call.result.resolve(decisions[i]));
      } catch (error) {
        this.#remembered.clear();
        for (const call of batch) call.result.reject(storeError(error));
      }
    }
    this.#running = false;
  }

  /** The longest run of waiting calls whose counters fit into one commit. */
  #takeBatch(): Call[] {
    const subjects = new Set<string>();
    let size = 0;
    for (const call of this.#queue) {
      for (const c of call.charges) subjects.add(subjectOf(c));
      if (subjects.size > MAX_SUBJECTS && size > 0) break;
      size++;
    }
    return this.#queue.splice(0, size);
  }

  async #decide(batch: Call[]): Promise<Decision[]> {
    const give_up_at = performance.now() + GIVE_UP_MS;
    for (let tries = 0;; tries++) {
      const changed = new Map<string, [Charge, SlidingWindow]>();
      try {
        await this.#remember(batch);
        const now = this.clock.steady();
        const decisions = batch.map((call) => this.#weigh(call, changed, now));
        if (changed.size === 0 || await this.#commit(changed)) return decisions;
      } catch (error) {
        if (!isLocked(error) || performance.now() > give_up_at) throw error;
      }
      if (performance.now() > give_up_at) {
        throw new Error("Rate limit counters could not be committed in time");
      }
      await delay(Math.random() * Math.min(50, 2 ** tries));
    }
  }

  /** Decides one call upon what is remembered and what this batch has changed already. */
  #weigh(
    call: Call,
    changed: Map<string, [Charge, SlidingWindow]>,
    now: number,
  ): Decision {
    const windows = call.charges.map((c) => {
      const id = subjectOf(c);
      const window = changed.get(id)?.[1] ??
        this.#remembered.get(id)?.window ?? null;
      return advance(window, partAt(now, c.window_ms));
    });
    const allowed = call.cost < 0 ||
      call.charges.every((c, i) => used(windows[i]) < c.limit);
    const standings = call.charges.map((c, i): Standing => {
      if (allowed) {
        windows[i] = charge(windows[i], call.cost);
        changed.set(subjectOf(c), [c, windows[i]]);
      }
      return {
        policy: c.policy,
        limit: c.limit,
        window_ms: c.window_ms,
        remaining: Math.max(0, c.limit - used(windows[i])),
        wait_ms: waitFor(windows[i], c.limit, c.window_ms, now),
      };
    });
    const refused_by = allowed
      ? null
      : standings.reduce((worst, s) => s.wait_ms > worst.wait_ms ? s : worst);
    return { allowed, standings, refused_by };
  }

  /** Reads the counters that are not remembered, ten at a time. */
  async #remember(batch: Call[]): Promise<void> {
    const missing = new Map<string, Charge>();
    for (const { charges } of batch) {
      for (const c of charges) {
        const id = subjectOf(c);
        const entry = this.#remembered.get(id);
        if (!entry && c.is_new) this.#remembered.set(id, NOTHING);
        else if (!entry) missing.set(id, c);
        else {
          this.#remembered.delete(id);
          this.#remembered.set(id, entry);
        }
      }
    }
    const wanted = [...missing];
    const reads: Promise<void>[] = [];
    for (let i = 0; i < wanted.length; i += 10) {
      reads.push(this.#read(wanted.slice(i, i + 10)));
    }
    await Promise.all(reads);
  }

  async #read(wanted: [id: string, charge: Charge][]): Promise<void> {
    const entries = await this.kv.getMany<SlidingWindow[]>(
      wanted.map(([, c]) => keyOf(c)),
    );
    entries.forEach((entry, i) =>
      this.#remembered.set(wanted[i][0], {
        window: entry.value,
        versionstamp: entry.versionstamp,
      })
    );
  }

  /** One atomic write of every changed counter; false when another process was first. */
  async #commit(
    changed: Map<string, [Charge, SlidingWindow]>,
  ): Promise<boolean> {
    const op = this.kv.atomic();
    for (const [id, [c, window]] of changed) {
      const versionstamp = this.#remembered.get(id)?.versionstamp ?? null;
      const key = keyOf(c);
      op.check({ key, versionstamp }).set(key, window);
      if (versionstamp === null) {
        const stale_at = this.clock.now() + c.window_ms + HOUR;
        op.set(expiryKey(stale_at, "rate_limit", key), c.window_ms);
      }
    }
    const committed = await op.commit();
    for (const [id, [, window]] of changed) {
      if (committed.ok) {
        this.#remembered.set(id, {
          window,
          versionstamp: committed.versionstamp,
        });
      } else this.#remembered.delete(id);
    }
    this.#forgetOldest();
    return committed.ok;
  }

  #forgetOldest(): void {
    for (const id of this.#remembered.keys()) {
      if (this.#remembered.size <= MAX_REMEMBERED) return;
      this.#remembered.delete(id);
    }
  }
}

function keyOf(c: Charge): Deno.KvKey {
  return keys.rateLimit(c.policy, c.window_ms, c.subject);
}

function subjectOf(c: Charge): string {
  return `${c.policy} ${c.window_ms} ${c.subject}`;
}
