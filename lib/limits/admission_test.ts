import assert from "node:assert/strict";
import fc from "fast-check";
import { MINUTE } from "../clock.ts";
import { Admission } from "./admission.ts";
import { rateLimited } from "./rate_limited.ts";
import { headersOf } from "../http/problem.ts";
import { PARTS } from "./sliding_window.ts";
import { keys } from "../store/keys.ts";
import { countEntries, testClock } from "../../tests/stores.ts";
import {
  allowed,
  burst,
  link,
  openLimiter,
  session,
} from "../../tests/limiter.ts";

Deno.test("Admission: agrees with a plain log of timestamps, all policies or none", async () => {
  const policies = [
    session("s", 3, 60_000),
    link("l", 7, 60_000),
    { ...session("long", 10, 600_000), policy: "ip" as const },
  ];
  const step = fc.record({
    wait: fc.oneof(
      fc.constant(0),
      fc.double({ min: 0, max: 0.03, noNaN: true }),
      fc.double({ min: 0, max: 1.2, noNaN: true }),
    ),
    calls: fc.array(
      fc.subarray([0, 1, 2], { minLength: 1 }),
      { minLength: 1, maxLength: 6 },
    ),
  });
  const steps = fc.array(step, { minLength: 5, maxLength: 40, size: "max" });
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      using store = await openLimiter();
      const { clock, limiter } = store;
      const logs: number[][] = policies.map(() => []);
      const within = (i: number, window_ms: number) =>
        logs[i].filter((t) => t > clock.steady() - window_ms).length;
      for (const { wait, calls } of steps) {
        clock.advance(wait * MINUTE);
        const decisions = await Promise.all(
          calls.map((chosen) => limiter.admit(chosen.map((i) => policies[i]))),
        );
        decisions.forEach((decision, n) => {
          const chosen = calls[n];
          if (!decision.allowed) {
            const used_up = chosen.filter((i) => {
              const { limit, window_ms } = policies[i];
              return within(i, window_ms * (1 + 1 / PARTS) + 0.01) >= limit;
            });
            assert.ok(used_up.length > 0, "refused while every place was free");
            const by = decision.refused_by?.policy;
            assert.ok(used_up.some((i) => policies[i].policy === by));
            return;
          }
          assert.equal(decision.refused_by, null);
          for (const i of chosen) {
            logs[i].push(clock.steady());
            assert.ok(within(i, policies[i].window_ms) <= policies[i].limit);
          }
        });
      }
    }),
    { numRuns: 60 },
  );
});

Deno.test("admit: 200 at once against a limit of 40: exactly 40", async () => {
  using store = await openLimiter();
  const decisions = await burst(store.limiter, 200, [session("s", 40)]);
  assert.equal(allowed(decisions), 40);
  assert.equal(allowed(await burst(store.limiter, 5, [session("s", 40)])), 0);
});

Deno.test("admit: one refusing policy leaves the others uncharged", async () => {
  using store = await openLimiter();
  const charges = [session("s", 2), link("l", 100)];
  assert.equal(allowed(await burst(store.limiter, 50, charges)), 2);
  const { states } = await store.limiter.admit([link("l", 100)]);
  assert.equal(states[0].remaining, 97);
});

Deno.test("admit: subjects, policies and windows are counted separately", async () => {
  using store = await openLimiter();
  const each = [
    session("a", 1),
    session("b", 1),
    link("a", 1),
    session("a", 1, 30_000),
  ];
  for (const charge of each) {
    assert.equal(allowed(await burst(store.limiter, 3, [charge])), 1);
  }
});

Deno.test("admit: handles more concurrent subjects than one commit can check", async () => {
  using store = await openLimiter();
  const decisions = await Promise.all(
    Array.from(
      { length: 700 },
      (_, i) =>
        store.limiter.admit([session(`s${i % 350}`, 1), link("l", 300)]),
    ),
  );
  assert.equal(allowed(decisions), 300);
});

Deno.test("admit: reports what remains and when a slot frees up", async () => {
  using store = await openLimiter();
  const { limiter, clock } = store;
  const first = await limiter.admit([session("s", 2)]);
  assert.equal(first.states[0].remaining, 1);
  clock.advance(10_000);
  await limiter.admit([session("s", 2)]);
  clock.advance(10_000);
  const refusal = await limiter.admit([session("s", 2)]);
  assert.equal(refusal.refused_by?.policy, "session");
  const wait_ms = refusal.refused_by?.wait_ms ?? 0;
  assert.ok(wait_ms > 39_000 && wait_ms <= 41_000, `${wait_ms}`);
  clock.advance(wait_ms);
  assert.equal((await limiter.admit([session("s", 2)])).allowed, true);
});

Deno.test("rateLimited: 429 with whole seconds, the policy, and the draft's headers", async () => {
  using store = await openLimiter();
  const charges = [link("l", 9), session("s", 1, 90_000)];
  await store.limiter.admit(charges);
  const decision = await store.limiter.admit(charges);
  const error = rateLimited(decision);
  assert.equal(error.code, "rate_limited");
  assert.equal(error.limits?.policy, "session");
  const seconds = error.retry_after_s ?? 0;
  assert.ok(seconds >= 90 && seconds <= 92, `${seconds}`);
  assert.match(
    error.message,
    /^That is more than 1 in 90 seconds\. Try again in (90 seconds|2 minutes)\.$/,
  );
  const headers = headersOf(error);
  assert.equal(headers["retry-after"], String(seconds));
  assert.equal(
    headers["ratelimit-policy"],
    '"link";q=9;w=60, "session";q=1;w=90',
  );
  assert.equal(
    headers["ratelimit"],
    `"link";r=8;t=60, "session";r=0;t=${seconds}`,
  );
});

Deno.test("admit: trusts a store whose time is ahead", async () => {
  using store = await openLimiter();
  const ahead = testClock(store.clock.now() + 30_000);
  const early = new Admission(store.kv, ahead);
  assert.equal(allowed(await burst(early, 3, [session("s", 5)])), 3);
  assert.equal(allowed(await burst(store.limiter, 5, [session("s", 5)])), 2);
  // A charge from a future clock counts until its own window has passed.
  store.clock.advance(MINUTE + 1_000);
  assert.equal(allowed(await burst(store.limiter, 5, [session("s", 5)])), 0);
  store.clock.advance(31_000);
  assert.equal(allowed(await burst(store.limiter, 9, [session("s", 5)])), 5);
  early.close();
});

Deno.test("admit: charges made while the clock was days ahead count for one window only", async () => {
  using store = await openLimiter();
  const ahead = testClock(store.clock.now() + 48 * 60 * MINUTE);
  const early = new Admission(store.kv, ahead);
  assert.equal(allowed(await burst(early, 5, [session("s", 5)])), 5);
  assert.equal(allowed(await burst(store.limiter, 5, [session("s", 5)])), 0);
  store.clock.advance(MINUTE + 1_000);
  assert.equal(allowed(await burst(store.limiter, 9, [session("s", 5)])), 5);
  early.close();
});

Deno.test("refund: frees the slot again, even in the next part of the window", async () => {
  using store = await openLimiter();
  const { limiter, clock } = store;
  const charges = [session("s", 1), link("l", 1)];
  for (let i = 0; i < 5; i++) {
    assert.equal((await limiter.admit(charges)).allowed, true);
    clock.advance(i * 700);
    await limiter.refund(charges);
  }
  // Refunding more than there is makes no room.
  await limiter.refund(charges);
  assert.equal(allowed(await burst(limiter, 4, charges)), 1);
});

Deno.test("admit: a counter is one small entry, registered once for the sweep", async () => {
  using store = await openLimiter();
  for (let i = 0; i < 70; i++) {
    await burst(store.limiter, 3, [session("s", 1_000)]);
    store.clock.advance(1_000);
  }
  const key = keys.rateLimit("session", MINUTE, "s");
  assert.equal(await countEntries(store.kv, key.slice(0, 1)), 1);
  assert.equal(await countEntries(store.kv, keys.expiries()), 1);
});
