import type { Clock } from "../clock.ts";
import type { Call } from "./calls.ts";
import { type Changed, type Charge, counterId } from "./rate_limiting.ts";
import {
  advance,
  charge,
  partAt,
  type SlidingWindow,
  used,
} from "./sliding_window.ts";

/** How long places are held, in milliseconds; those that no call has used by then are given back. */
export const HELD_MS = 1_000;
/** Places charged at first, for each one that is wanted at once; twice as many whenever the last were used up. */
const FIRST = 4;
/** At most this share of what is left of a limit, so that others are not refused for places that stay unused. */
const SHARE = 1 / 8;

/** Smaller limits are not charged ahead: each place of them matters. */
const LEAST_LIMIT = 100;

/** `size` places of a counter were charged in a part of its window, of which `left` are unused. */
type Held = {
  charge: Charge;
  part: number;
  size: number;
  left: number;
  until: number;
};

/**
 * Places of counters that several processes want, charged ahead by this one: its next calls use them without
 * changing the counter, so that processes do not wait for each other. They are counted from the start, and in the
 * part of the window in which they can be used: no limit is ever exceeded. A process that dies leaves its unused
 * places counted until the window has passed.
 */
export class ChargedAhead {
  #held = new Map<string, Held>();
  /** How many of the held places the calls of the running commit use. */
  #used = new Map<string, number>();
  /** Those that the running commit charges. */
  #new = new Map<string, Held>();

  constructor(private clock: Clock) {}

  get isEmpty(): boolean {
    return this.#held.size === 0;
  }

  /** How many places of a counter the next calls can use. */
  left(id: string): number {
    const held = this.#held.get(id);
    if (!held || held.left === 0 || this.#isOver(held)) return 0;
    return held.left - (this.#used.get(id) ?? 0);
  }

  /** Lets a call of the running commit use some of them. */
  use(id: string, places: number): void {
    this.#used.set(id, (this.#used.get(id) ?? 0) + places);
  }

  /**
   * Charges more places of the counters that several calls of the running commit want, where none are left. `before`
   * gives a counter's window before this commit.
   */
  add(
    changed: Changed,
    before: (id: string) => SlidingWindow | null,
  ): void {
    for (const [id, [counted, window]] of changed) {
      const { limit, amount = 1 } = counted;
      // A model's tokens come in thousands, by few calls.
      if (limit < LEAST_LIMIT || amount > 1) continue;
      const wanted = used(window) - used(advance(before(id), window.part));
      const last = this.#held.get(id);
      // Places left of a part that is over have yet to be given back.
      const left = last ? last.left - (this.#used.get(id) ?? 0) : 0;
      if (wanted < 2 || left > 0) continue;
      const free = limit - used(window);
      const size = Math.floor(
        Math.min(last ? 2 * last.size : FIRST * wanted, free * SHARE),
      );
      if (size <= 0) continue;
      changed.set(id, [counted, charge(window, size)]);
      const until = performance.now() + HELD_MS;
      this.#new.set(id, {
        ...{ charge: counted, part: window.part },
        ...{ size, left: size, until },
      });
    }
  }

  /** The running commit was applied, or may have been; `charged` if it certainly was. Otherwise see `undo`. */
  settle({ charged }: { charged: boolean }): void {
    for (const [id, places] of this.#used) {
      const held = this.#held.get(id);
      if (held) held.left -= places;
    }
    if (charged) {
      for (const [id, held] of this.#new) {
        this.#held.set(id, held);
      }
    }
    this.undo();
  }

  /** The running commit was not applied. */
  undo(): void {
    this.#used.clear();
    this.#new.clear();
  }

  /** Whether the calls can do without the counters that processes compete for. */
  suffices(calls: readonly Call[]): boolean {
    if (this.isEmpty) return false;
    const wanted = new Map<string, number>();
    for (const { charges } of calls) {
      for (const charge of charges) {
        const id = counterId(charge);
        if (!this.#held.has(id)) continue;
        wanted.set(id, (wanted.get(id) ?? 0) + (charge.amount ?? 1));
      }
    }
    return [...wanted].every(([id, places]) => places <= this.left(id));
  }

  /** Removes places that were held long enough; returns them as charges to be given back. */
  due({ all = false } = {}): Charge[] {
    const now = performance.now();
    const due: Charge[] = [];
    for (const [id, held] of this.#held) {
      const { charge, part, left } = held;
      const is_late = all || now >= held.until;
      if (!is_late && (left === 0 || !this.#isOver(held))) continue;
      if (left > 0) due.push({ ...charge, amount: left, charged_in: part });
      // What was used tells how many the next calls need.
      held.size -= left;
      held.left = 0;
      if (all || left === 0 || held.size === 0) this.#held.delete(id);
      else held.until = now + HELD_MS;
    }
    return due;
  }

  #isOver({ charge, part }: Held): boolean {
    return partAt(this.clock.steady(), charge.window_ms) > part;
  }
}
