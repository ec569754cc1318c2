import assert from "node:assert/strict";
import { keys } from "../store/keys.ts";
import { delay } from "../store/commit.ts";
import { allowed, burst, link } from "../../tests/limiter.ts";
import { interruptible, testClock } from "../../tests/stores.ts";
import { until } from "../../tests/until.ts";
import { Admission } from "./admission.ts";
import type { Charge } from "./rate_limiting.ts";
import { type SlidingWindow, used } from "./sliding_window.ts";

const CALLERS = 20;
const WINDOW_MS = 60_000;

/** Two limiters on one store that is some milliseconds away, each as in a process of its own. */
async function openTwo() {
  const kv = await Deno.openKv(":memory:");
  const clock = testClock();
  const state = { commits: 0, is_failing: false };
  const far = interruptible(kv, async () => {
    state.commits++;
    await delay(2);
    if (state.is_failing) throw new TypeError("disk I/O error");
  });
  const limiters = [0, 1].map(() =>
    new Admission(far, clock, { is_shared: true })
  );
  const close = () => Promise.all(limiters.map((limiter) => limiter.close()));
  return {
    ...{ clock, state, limiters, close },
    /** How many events of this kind the store counts. */
    async counted({ policy, subject, window_ms }: Charge): Promise<number> {
      const key = keys.rateLimit(policy, window_ms, subject);
      const { value } = await kv.get<SlidingWindow>(key);
      return value ? used(value) : 0;
    },
    async [Symbol.asyncDispose]() {
      await close();
      kv.close();
    },
  };
}

/** Calls both limiters at once and again and again while `goes_on`; returns how many calls each let in. */
async function compete(
  limiters: Admission[],
  charge: Charge,
  goes_on: (decision: { allowed: boolean }) => boolean,
): Promise<number[]> {
  return await Promise.all(limiters.map(async (limiter) => {
    let count = 0;
    await Promise.all(Array.from({ length: CALLERS }, async () => {
      for (;;) {
        const decision = await limiter.admit([charge]);
        if (decision.allowed) count++;
        if (!goes_on(decision)) return;
        // As calls over a network do.
        await delay(0);
      }
    }));
    return count;
  }));
}

/** Lets two limiters compete for a second, which is long enough for both to charge ahead. */
function competeForAWhile(limiters: Admission[], charge: Charge) {
  const end = performance.now() + 1_000;
  return compete(limiters, charge, () => performance.now() < end);
}

const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0);

Deno.test("charged ahead: two limiters that compete let in exactly as many as the limit, and both their share", async () => {
  await using store = await openTwo();
  const charge = link("l", 20_000);
  const counts = await compete(
    store.limiters,
    charge,
    (decision) => decision.allowed,
  );
  assert.equal(sum(counts), 20_000);
  assert.ok(Math.min(...counts) > 2_000, `${counts}`);
  assert.equal(await store.counted(charge), 20_000);
});

Deno.test("charged ahead: calls use places without a commit each, and unused places are given back", async () => {
  await using store = await openTwo();
  const charge = link("l", 1e9);
  let count = sum(await competeForAWhile(store.limiters, charge));
  const [limiter, other] = store.limiters;
  await until(async () => {
    count += allowed(await burst(other, CALLERS, [charge]));
    const { commits } = store.state;
    count += allowed(await burst(limiter, CALLERS, [charge]));
    return store.state.commits === commits;
  }, "calls that need no commit");
  await until(
    async () => await store.counted(charge) === count,
    "only the calls let in are counted",
  );
});

Deno.test("charged ahead: what is unused is given back when a process closes", async () => {
  await using store = await openTwo();
  const charge = link("l", 1e9);
  const count = sum(await competeForAWhile(store.limiters, charge));
  await store.close();
  assert.equal(await store.counted(charge), count);
});

Deno.test("charged ahead: places that cannot be given back stay counted", async () => {
  await using store = await openTwo();
  const charge = link("l", 1e9);
  const count = sum(await competeForAWhile(store.limiters, charge));
  assert.ok(await store.counted(charge) > count);
  store.state.is_failing = true;
  await store.close();
  assert.ok(await store.counted(charge) > count);
});

Deno.test("charged ahead: never more than the limit in any window, however time passes", async () => {
  await using store = await openTwo();
  const { clock, limiters } = store;
  const charge = link("l", 4_000, WINDOW_MS);
  const log: { at: number; count: number }[] = [];
  for (let round = 0; round < 60; round++) {
    // Within a part, over its end, and further: places of an earlier part no longer count for long enough.
    clock.advance([0, 300, 700, 1_000, 20_000][round % 5]);
    let left = 400;
    const counts = await compete(limiters, charge, () => left-- > 0);
    log.push({ at: clock.steady(), count: sum(counts) });
  }
  for (const { at } of log) {
    const within = log.filter((one) => one.at <= at && one.at > at - WINDOW_MS);
    assert.ok(sum(within.map(({ count }) => count)) <= 4_000);
  }
});

Deno.test("charged ahead: a call that another policy refuses uses no place", async () => {
  await using store = await openTwo();
  const { limiters: [first], limiters } = store;
  const charge = link("l", 1e9);
  const count = sum(await competeForAWhile(limiters, charge));
  const full = { ...link("full", 1), policy: "session" as const };
  const decisions = await Promise.all(
    Array.from({ length: 5 }, () => first.admit([charge, full])),
  );
  assert.equal(allowed(decisions), 1);
  await store.close();
  assert.equal(await store.counted(charge), count + 1);
});

Deno.test("charged ahead: a process that was refused uses the places that another gave back", async () => {
  await using store = await openTwo();
  const { limiters } = store;
  await competeForAWhile(limiters, link("other", 1e9));
  const charge = link("l", 300);
  const [first, second] = limiters;
  let count = allowed(await burst(second, CALLERS, [charge]));
  const decisions = await burst(first, 300, [charge]);
  count += allowed(decisions);
  assert.ok(decisions.some((decision) => !decision.allowed));
  assert.ok(count < 300, "the second held some");
  await until(async () => {
    // A caller that is refused early is not decided at all.
    if (first.predict([charge]).allowed) {
      count += allowed([await first.admit([charge])]);
    }
    return count === 300;
  }, "all places are used");
  assert.equal(allowed(await burst(first, CALLERS, [charge])), 0);
  assert.equal(await store.counted(charge), 300);
});

Deno.test("charged ahead: places of a part that ends during a commit are given back", async () => {
  await using store = await openTwo();
  const { clock, limiters } = store;
  const charge = link("l", 1e6, WINDOW_MS);
  let count = sum(await competeForAWhile(limiters, charge));
  const [first] = limiters;
  count += allowed(await burst(first, 3, [charge]));
  let is_over = false;
  const decisions = await Promise.all(
    Array.from({ length: 3 }, () =>
      first.admitWith([charge], async () => {
        await delay(5);
        if (!is_over) clock.advance(WINDOW_MS / 60);
        is_over = true;
      })),
  );
  count += allowed(decisions);
  await store.close();
  assert.equal(await store.counted(charge), count);
});

Deno.test("charged ahead: no place of a small limit is held, and no token", async () => {
  await using store = await openTwo();
  const { limiters } = store;
  await competeForAWhile(limiters, link("other", 1e9));
  const [first] = limiters;
  const small = link("small", 20);
  await burst(first, 2, [small]);
  assert.equal(await store.counted(small), 2);
  const tokens = {
    ...link("tokens", 1e6),
    policy: "tokens" as const,
    amount: 4_000,
  };
  await first.admit([tokens]);
  assert.equal(await store.counted(tokens), 4_000);
});
