import assert from "node:assert/strict";
import fc from "fast-check";
import {
  advance,
  believed,
  charge,
  partAt,
  PARTS,
  type SlidingWindow,
  used,
  waitFor,
} from "./sliding_window.ts";

const WINDOW = 60_000;
const PART = WINDOW / PARTS;

/** A limit as the limiter applies it: advance, ask, charge. */
class Subject {
  window: SlidingWindow | null = null;
  constructor(readonly limit: number, readonly window_ms: number) {}

  ask(at: number): { allowed: boolean; wait_ms: number } {
    const window = advance(this.window, partAt(at, this.window_ms));
    const allowed = used(window) < this.limit;
    if (allowed) this.window = charge(window, 1);
    const wait_ms = waitFor(window, this.limit, this.window_ms, at);
    return { allowed, wait_ms };
  }
}

/** The same limit as a plain log of timestamps: exact, but unbounded. */
function inWindow(log: number[], at: number, window_ms: number): number {
  return log.filter((t) => t > at - window_ms && t <= at).length;
}

/** Steps between calls: bursts, parts, windows. */
const calls = fc.record({
  limit: fc.integer({ min: 1, max: 12 }),
  window_ms: fc.constantFrom(60_000, 1_000, 600_000, 7_777),
  start: fc.integer({ min: 0, max: 1e13 }),
  steps: fc.array(
    fc.oneof(
      fc.constant(0),
      fc.double({ min: 0, max: 0.02, noNaN: true }),
      fc.double({ min: 0, max: 1.1, noNaN: true }),
    ),
    { minLength: 1, maxLength: 120, size: "max" },
  ),
});

Deno.test("sliding window: never more than the limit in any window of its length", () => {
  fc.assert(fc.property(calls, ({ limit, window_ms, start, steps }) => {
    const subject = new Subject(limit, window_ms);
    const log: number[] = [];
    let at = start;
    for (const step of steps) {
      at += step * window_ms;
      if (subject.ask(at).allowed) log.push(at);
    }
    for (const t of log) {
      assert.ok(inWindow(log, t, window_ms) <= limit);
    }
  }));
});

Deno.test("sliding window: a slot frees up at most a 60th of the window late", () => {
  fc.assert(fc.property(calls, ({ limit, window_ms, start, steps }) => {
    const subject = new Subject(limit, window_ms);
    const log: number[] = [];
    let at = start;
    for (const step of steps) {
      at += step * window_ms;
      const { allowed } = subject.ask(at);
      // Rounding of times near 1e13 may cost a fraction of a millisecond.
      const late = window_ms * (1 + 1 / PARTS) + 0.01;
      if (!allowed) assert.ok(inWindow(log, at, late) >= limit);
      if (allowed) log.push(at);
    }
  }));
});

Deno.test("sliding window: a refusal charges nothing", () => {
  fc.assert(fc.property(calls, ({ limit, window_ms, start, steps }) => {
    const subject = new Subject(limit, window_ms);
    let at = start;
    for (const step of steps) {
      at += step * window_ms;
      const before = subject.window;
      if (!subject.ask(at).allowed) assert.equal(subject.window, before);
    }
  }));
});

Deno.test("waitFor: a slot is free after the wait, and not a part earlier", () => {
  fc.assert(fc.property(calls, ({ limit, window_ms, start, steps }) => {
    const subject = new Subject(limit, window_ms);
    let at = start;
    for (const step of steps) {
      at += step * window_ms;
      const { allowed, wait_ms } = subject.ask(at);
      if (allowed) continue;
      assert.ok(wait_ms > 0 && wait_ms <= window_ms * (1 + 1 / PARTS) + 1);
      const free = (t: number) =>
        used(advance(subject.window, partAt(t, window_ms))) < limit;
      assert.ok(free(at + wait_ms + 0.01), "free after the wait");
      assert.ok(!free(at + wait_ms - window_ms / PARTS - 0.01));
    }
  }));
});

Deno.test("advance: keeps 61 parts and drops older ones", () => {
  let window = charge(charge(advance(null, 1_000), 1), 1);
  window = charge(advance(window, 1_000 + PARTS), 1);
  assert.deepEqual([used(window), window.counts.length], [3, PARTS + 1]);
  assert.equal(used(advance(window, 1_001 + PARTS)), 1);
  assert.equal(used(advance(window, 1_000 + 2 * PARTS)), 1);
  assert.equal(used(advance(window, 1_001 + 2 * PARTS)), 0);
});

Deno.test("advance: trusts a window ahead of the clock", () => {
  const ahead = charge(advance(null, 5_000), 1);
  assert.deepEqual(advance(ahead, 4_000), ahead);
});

Deno.test("believed: a window too far ahead counts as now, for one window", () => {
  const ahead = charge(advance(null, 5_000), 1);
  assert.deepEqual(believed(ahead, 5_000 - PARTS), ahead);
  const now = 5_000 - PARTS - 1;
  const rebased = believed(ahead, now);
  assert.deepEqual(rebased, { part: now, counts: ahead.counts });
  assert.equal(used(advance(rebased, now + PARTS)), 1);
  assert.equal(used(advance(rebased, now + PARTS + 1)), 0);
});

Deno.test("charge: refunds a charge, even after a new part has begun, and never goes below zero", () => {
  const charged = charge(advance(null, partAt(0, WINDOW)), 1);
  const later = advance(charged, partAt(PART, WINDOW));
  assert.equal(used(charge(later, -1)), 0);
  assert.equal(used(charge(charge(later, -1), -1)), 0);
  assert.equal(used(charge(advance(null, 7), -1)), 0);
});

Deno.test("charge: a refund never makes room before the remaining events expire", () => {
  // Of two events the later one remains: it must not expire early.
  let window = charge(advance(null, 10), 1);
  window = charge(advance(window, 40), 1);
  window = charge(window, -1);
  assert.equal(used(window), 1);
  assert.equal(used(advance(window, 40 + PARTS)), 1);
  assert.equal(used(advance(window, 41 + PARTS)), 0);
});
