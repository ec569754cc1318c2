import assert from "node:assert/strict";
import fc from "fast-check";
import { HOUR, MINUTE } from "../clock.ts";
import { Admission } from "./admission.ts";
import type { Charge, Decision } from "./rate_limiting.ts";
import { rateLimited } from "./rate_limited.ts";
import { headersOf } from "../http/problem.ts";
import { PARTS } from "./sliding_window.ts";
import { keys } from "../store/keys.ts";
import {
  countEntries,
  outcomes,
  refused,
  tempStore,
  testClock,
} from "../../tests/stores.ts";

function session(subject: string, limit: number, window_ms = MINUTE): Charge {
  return { policy: "session", subject, limit, window_ms };
}

function link(subject: string, limit: number, window_ms = MINUTE): Charge {
  return { policy: "link", subject, limit, window_ms };
}

function allowed(decisions: Decision[]): number {
  return decisions.filter((decision) => decision.allowed).length;
}

async function burst(limiter: Admission, n: number, charges: Charge[]) {
  return await Promise.all(
    Array.from({ length: n }, () => limiter.admit(charges)),
  );
}

/** A store in memory with a limiter on it, closed together. */
async function openLimiter() {
  const kv = await Deno.openKv(":memory:");
  const clock = testClock();
  const limiter = new Admission(kv, clock);
  return {
    kv,
    clock,
    limiter,
    [Symbol.dispose]() {
      limiter.close();
      kv.close();
    },
  };
}

type Fault = "throws" | "locked" | "conflicts" | null;

/** The real store, whose next commits and reads fail as told. */
function withFaults(kv: Deno.Kv, fault: (what: "read" | "commit") => Fault) {
  const check = (what: "read" | "commit") => {
    const found = fault(what);
    if (found === "throws") throw new TypeError("disk I/O error");
    if (found === "locked") throw new TypeError("database is locked");
    return found;
  };
  return new Proxy(kv, {
    get(target, name) {
      if (name === "atomic") {
        return () => {
          const op = target.atomic();
          const commit = op.commit.bind(op);
          op.commit = async () =>
            check("commit") === "conflicts" ? { ok: false } : await commit();
          return op;
        };
      }
      const member = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      return async (...args: unknown[]) => {
        if (name === "getMany") await Promise.resolve(check("read"));
        return await member.apply(target, args);
      };
    },
  });
}

Deno.test("Admission: exact against a plain log of timestamps, all policies or none", async () => {
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

Deno.test("admit: one policy that refuses leaves the others uncharged", async () => {
  using store = await openLimiter();
  const charges = [session("s", 2), link("l", 100)];
  assert.equal(allowed(await burst(store.limiter, 50, charges)), 2);
  const { states } = await store.limiter.admit([link("l", 100)]);
  assert.equal(states[0].remaining, 97);
});

Deno.test("admit: subjects, policies and windows are counted apart", async () => {
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

Deno.test("admit: more subjects at once than one commit can check", async () => {
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

Deno.test("admit: tells what remains and when a place returns", async () => {
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

Deno.test("rateLimited: 429 with whole seconds, the policy, and the headers of the draft", async () => {
  using store = await openLimiter();
  const charges = [link("l", 9), session("s", 1, 90_000)];
  await store.limiter.admit(charges);
  const decision = await store.limiter.admit(charges);
  const error = rateLimited(decision);
  assert.equal(error.code, "rate_limited");
  assert.equal(error.limits?.policy, "session");
  const seconds = error.retry_after_s ?? 0;
  assert.ok(seconds >= 90 && seconds <= 92, `${seconds}`);
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

Deno.test("admit: two limiters on one store never let one too many through", async () => {
  using store = await openLimiter();
  const other = new Admission(store.kv, store.clock);
  for (let round = 0; round < 5; round++) {
    const charges = [session(`s${round}`, 40), link(`l${round}`, 70)];
    const decisions = await Promise.all([
      burst(store.limiter, 60, charges),
      burst(other, 60, charges),
    ]);
    assert.equal(allowed(decisions.flat()), 40);
  }
  other.close();
});

Deno.test("admit: two openings of one file never let one too many through", async () => {
  await using file = await tempStore();
  const stores = await Promise.all([
    Deno.openKv(file.path),
    Deno.openKv(file.path),
  ]);
  const clock = testClock();
  const limiters = stores.map((kv) => new Admission(kv, clock));
  const decisions = await Promise.all(
    limiters.map((limiter) => burst(limiter, 60, [session("s", 40)])),
  );
  assert.equal(allowed(decisions.flat()), 40);
  for (const limiter of limiters) limiter.close();
  for (const kv of stores) kv.close();
});

Deno.test("admit: a restart forgets nothing", async () => {
  await using file = await tempStore();
  const clock = testClock();
  let total = 0;
  for (let start = 0; start < 3; start++) {
    const kv = await Deno.openKv(file.path);
    const limiter = new Admission(kv, clock);
    total += allowed(await burst(limiter, 10, [session("s", 15)]));
    limiter.close();
    kv.close();
    clock.advance(5_000);
  }
  assert.equal(total, 15);
});

Deno.test("admit: a store that is ahead is believed", async () => {
  using store = await openLimiter();
  const ahead = testClock(store.clock.now() + 30_000);
  const early = new Admission(store.kv, ahead);
  assert.equal(allowed(await burst(early, 3, [session("s", 5)])), 3);
  assert.equal(allowed(await burst(store.limiter, 5, [session("s", 5)])), 2);
  // What was charged ahead counts until its own window has passed.
  store.clock.advance(MINUTE + 1_000);
  assert.equal(allowed(await burst(store.limiter, 5, [session("s", 5)])), 0);
  store.clock.advance(31_000);
  assert.equal(allowed(await burst(store.limiter, 9, [session("s", 5)])), 5);
  early.close();
});

Deno.test("admit: what was charged while the clock was days ahead refuses for a window, and no longer", async () => {
  using store = await openLimiter();
  const ahead = testClock(store.clock.now() + 48 * 60 * MINUTE);
  const early = new Admission(store.kv, ahead);
  assert.equal(allowed(await burst(early, 5, [session("s", 5)])), 5);
  assert.equal(allowed(await burst(store.limiter, 5, [session("s", 5)])), 0);
  store.clock.advance(MINUTE + 1_000);
  assert.equal(allowed(await burst(store.limiter, 9, [session("s", 5)])), 5);
  early.close();
});

Deno.test("admit: a jump of the wall clock moves no window", async () => {
  using store = await openLimiter();
  const { kv, clock } = store;
  let wall = clock.now();
  const limiter = new Admission(kv, {
    now: () => wall,
    steady: () => clock.steady(),
  });
  assert.equal(allowed(await burst(limiter, 5, [session("s", 3)])), 3);
  wall += 48 * HOUR;
  assert.equal(allowed(await burst(limiter, 5, [session("s", 3)])), 0);
  limiter.close();
});

Deno.test("refund: the place is there again, also in the next part of the window", async () => {
  using store = await openLimiter();
  const { limiter, clock } = store;
  const charges = [session("s", 1), link("l", 1)];
  for (let i = 0; i < 5; i++) {
    assert.equal((await limiter.admit(charges)).allowed, true);
    clock.advance(i * 700);
    await limiter.refund(charges);
  }
  // Giving back more than there is makes no place.
  await limiter.refund(charges);
  assert.equal(allowed(await burst(limiter, 4, charges)), 1);
});

Deno.test("admit: a store that throws refuses with 503, charges nothing, and is used again when it is back", async () => {
  using store = await openLimiter();
  let fault: Fault = null;
  for (const what of ["read", "commit"]) {
    const limiter = new Admission(
      withFaults(store.kv, (asked) => asked === what ? fault : null),
      store.clock,
    );
    const charges = [session(what, 5)];
    assert.equal(allowed(await burst(limiter, 2, charges)), 2);
    fault = "throws";
    // What is remembered would not be read again.
    const fresh = [...charges, link(what, 5)];
    const { kept, codes } = await outcomes(
      Array.from({ length: 20 }, () => limiter.admit(fresh)),
    );
    assert.equal(kept, 0);
    assert.deepEqual(new Set(codes), new Set(["unavailable"]));
    fault = null;
    assert.equal(allowed(await burst(limiter, 20, fresh)), 3);
    limiter.close();
  }
});

Deno.test("admit: a store that is locked or beaten for a moment is asked again", async () => {
  using store = await openLimiter();
  for (const kind of ["locked", "conflicts"] as const) {
    let failures = 4;
    const limiter = new Admission(
      withFaults(store.kv, () => failures-- > 0 ? kind : null),
      store.clock,
    );
    const decisions = await burst(limiter, 30, [session(kind, 12)]);
    assert.equal(allowed(decisions), 12);
    limiter.close();
  }
});

Deno.test("admit: gives up with 503 when its commit is beaten for 2 seconds", async () => {
  using store = await openLimiter();
  let beaten = true;
  const limiter = new Admission(
    withFaults(
      store.kv,
      (what) => what === "commit" && beaten ? "conflicts" : null,
    ),
    store.clock,
  );
  await assert.rejects(
    limiter.admit([session("s", 1)]),
    refused("unavailable"),
  );
  beaten = false;
  assert.equal(allowed(await burst(limiter, 3, [session("s", 1)])), 1);
  limiter.close();
});

Deno.test("admit: a full queue refuses at once, lets go what it holds, and is open again", async () => {
  using store = await openLimiter();
  const { limiter } = store;
  const waiting = Array.from(
    { length: 20_000 },
    () => limiter.admit([session("s", 500)]),
  );
  const late = limiter.admit([session("s", 500)]);
  await assert.rejects(late, refused("unavailable"));
  assert.equal(allowed(await Promise.all(waiting)), 500);
  assert.equal((await limiter.admit([session("t", 1)])).allowed, true);
});

Deno.test("admit: a closed limiter lets nobody through", async () => {
  using store = await openLimiter();
  store.limiter.close();
  await assert.rejects(
    store.limiter.admit([session("s", 1)]),
    refused("unavailable"),
  );
});

Deno.test("admit: a counter is one small entry, noted once for the sweep", async () => {
  using store = await openLimiter();
  for (let i = 0; i < 70; i++) {
    await burst(store.limiter, 3, [session("s", 1_000)]);
    store.clock.advance(1_000);
  }
  const key = keys.rateLimit("session", MINUTE, "s");
  assert.equal(await countEntries(store.kv, key.slice(0, 1)), 1);
  assert.equal(await countEntries(store.kv, keys.expiries()), 1);
});
