import type { Clock } from "../clock.ts";
import { HOUR } from "../clock.ts";
import type { Limit, Policy } from "../config/config.ts";
import type { LimitState } from "../errors.ts";
import {
  advance,
  believed,
  charge,
  partAt,
  type SlidingWindow,
  takeBack,
  used,
  waitFor,
} from "./sliding_window.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";

/** The things counted in a window: the policies, and a model's tokens. */
type CountedPolicy = Policy | "tokens";

/** One policy that a call counts against: whose count, and its limit. */
export type Charge = Limit & {
  policy: CountedPolicy;
  subject: string;
  /** The number of events; one by default. */
  amount?: number;
  /** The subject was just created, so nothing has been counted for it, and no lookup is needed. */
  is_new?: boolean;
  /** The part of the window that events given back were charged in; without it, they count as the oldest. */
  charged_in?: number;
};

/** The state of a policy after a decision. */
export type PolicyState = LimitState & { policy: CountedPolicy };

export type Decision = {
  allowed: boolean;
  states: PolicyState[];
  /** The state of the policy that refused; of several, the one that lasts longest. */
  refused_by: PolicyState | null;
};

/** `at`: when the store was seen to contain it, in milliseconds of this process's own clock. */
type Counter = {
  window: SlidingWindow | null;
  versionstamp: string | null;
  at: number;
};

/** Counters changed by a running commit, by id. */
export type Changed = Map<string, [Charge, SlidingWindow]>;

/** Places of counters that are charged already, for calls to use. */
type Places = {
  left(id: string): number;
  use(id: string, places: number): void;
};

const NOTHING: Counter = { window: null, versionstamp: null, at: 0 };

/**
 * How long a used-up counter of a shared store refuses without being read again, in milliseconds: refusals change
 * nothing, so no check would ever show that another process has given places back.
 */
const TRUSTED_MS = 1_000;

const MAX_CACHED = 20_000;

/**
 * The store's sliding-window counters, with the most recently used cached along with their versionstamps: a stale
 * entry makes the commit's check fail, and is then read again.
 */
export class Counters {
  #counters = new Map<string, Counter>();

  constructor(
    private kv: Deno.Kv,
    private clock: Clock,
    /** Null if no other process uses the store. */
    private ahead: Places | null = null,
  ) {}

  /**
   * Decides one call by the cached counters and what this commit has `changed` already: every policy is charged its
   * amount (or given it back if `cost` is -1) or, if any refuses, none. Without `changed` nothing is charged: it only
   * predicts.
   */
  decide(
    charges: readonly Charge[],
    cost: 1 | -1,
    changed?: Changed,
  ): Decision {
    const now = this.clock.steady();
    const windows = charges.map((c) => {
      const id = counterId(c);
      // A prediction leaves what is in doubt to the decision, which reads it again.
      const window = changed
        ? changed.get(id)?.[1] ?? this.windowOf(id)
        : this.#isInDoubt(id, c)
        ? null
        : this.windowOf(id);
      return advance(window, partAt(now, c.window_ms));
    });
    const isPaid = (c: Charge) => cost > 0 && this.#left(c) >= amountOf(c);
    const allowed = cost < 0 ||
      charges.every((c, i) =>
        isPaid(c) || used(windows[i]) + amountOf(c) <= c.limit
      );
    const states = charges.map((c, i): PolicyState => {
      const is_paid = isPaid(c);
      if (allowed && changed && is_paid) {
        this.ahead?.use(counterId(c), amountOf(c));
      } else if (allowed && !is_paid) {
        windows[i] = counted(windows[i], c, cost);
        changed?.set(counterId(c), [c, windows[i]]);
      }
      return {
        policy: c.policy,
        limit: c.limit,
        window_ms: c.window_ms,
        remaining: Math.max(0, c.limit - used(windows[i]) + this.#left(c)),
        wait_ms: waitFor(windows[i], c.limit, c.window_ms, now),
      };
    });
    const refused_by = allowed
      ? null
      : states.reduce((worst, s) => s.wait_ms > worst.wait_ms ? s : worst);
    return { allowed, states, refused_by };
  }

  /** Whether it refuses this charge by what the store contained a while ago. */
  #isInDoubt(id: string, c: Charge): boolean {
    const { window, at } = this.#counters.get(id) ?? NOTHING;
    if (!this.ahead || !window || performance.now() - at < TRUSTED_MS) {
      return false;
    }
    const part = partAt(this.clock.steady(), c.window_ms);
    return used(advance(window, part)) + amountOf(c) > c.limit;
  }

  #left(c: Charge): number {
    return this.ahead ? this.ahead.left(counterId(c)) : 0;
  }

  /** A cached counter's window. */
  windowOf(id: string): SlidingWindow | null {
    return this.#counters.get(id)?.window ?? null;
  }

  /** Loads the counters that are not cached, or in doubt, ten at a time. */
  async remember(charges: Iterable<Charge>): Promise<void> {
    const missing = new Map<string, Charge>();
    for (const c of charges) {
      const id = counterId(c);
      const counter = this.#counters.get(id);
      if (!counter && c.is_new) this.#counters.set(id, NOTHING);
      else if (!counter || this.#isInDoubt(id, c)) missing.set(id, c);
      else {
        // Mark it as the most recently used.
        this.#counters.delete(id);
        this.#counters.set(id, counter);
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
    const now = this.clock.steady();
    const at = performance.now();
    entries.forEach(({ value, versionstamp }, i) => {
      const [id, { window_ms }] = wanted[i];
      const window = value && believed(value, partAt(now, window_ms));
      this.#counters.set(id, { window, versionstamp, at });
    });
  }

  /** Adds changed counters to a commit, each with a check that nobody else has changed it. */
  write(op: Deno.AtomicOperation, changed: Changed): void {
    for (const [id, [c, window]] of changed) {
      const versionstamp = this.#counters.get(id)?.versionstamp ?? null;
      const key = keyOf(c);
      op.check({ key, versionstamp }).set(key, window);
      if (versionstamp === null) {
        const stale_at = this.clock.now() + c.window_ms + HOUR;
        op.set(expiryKey(stale_at, "rate_limit", key), c.window_ms);
      }
    }
  }

  /** Caches what was committed. */
  keep(changed: Changed, versionstamp: string): void {
    const at = performance.now();
    for (const [id, [, window]] of changed) {
      this.#counters.set(id, { window, versionstamp, at });
    }
    for (const id of this.#counters.keys()) {
      if (this.#counters.size <= MAX_CACHED) return;
      this.#counters.delete(id);
    }
  }

  /** Forgets counters that another process may have changed. */
  forget(charges: Iterable<Charge>): void {
    for (const c of charges) this.#counters.delete(counterId(c));
  }
}

/** A window with this charge added, or taken back if `cost` is -1. */
function counted(
  window: SlidingWindow,
  { charged_in, amount = 1 }: Charge,
  cost: 1 | -1,
): SlidingWindow {
  return charged_in === undefined
    ? charge(window, cost * amount)
    : takeBack(window, charged_in, amount);
}

function amountOf({ amount = 1 }: Charge): number {
  return amount;
}

function keyOf(c: Charge): Deno.KvKey {
  return keys.rateLimit(c.policy, c.window_ms, c.subject);
}

/** Identifies a counter. */
export function counterId(c: Charge): string {
  return `${c.policy} ${c.window_ms} ${c.subject}`;
}
