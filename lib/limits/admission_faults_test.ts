import assert from "node:assert/strict";
import { HOUR } from "../clock.ts";
import { Admission } from "./admission.ts";
import { outcomes, refused, tempStore, testClock } from "../../tests/stores.ts";
import {
  allowed,
  burst,
  link,
  openLimiter,
  session,
} from "../../tests/limiter.ts";

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

Deno.test("admit: two limiters on one store never exceed a limit", async () => {
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

Deno.test("admit: two handles on one file never exceed a limit", async () => {
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

Deno.test("admit: limits survive a restart", async () => {
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

Deno.test("admit: a failing store refuses with 503, charges nothing, and is used again once it recovers", async () => {
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
    // A cached value would not be read again.
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

Deno.test("admit: a briefly locked or contended store is retried", async () => {
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

Deno.test("admit: gives up with 503 after losing its commit for too long", async () => {
  using store = await openLimiter();
  let beaten = true;
  const limiter = new Admission(
    withFaults(
      store.kv,
      (what) => what === "commit" && beaten ? "conflicts" : null,
    ),
    store.clock,
    { give_up_ms: 100 },
  );
  await assert.rejects(
    limiter.admit([session("s", 1)]),
    refused("unavailable"),
  );
  beaten = false;
  assert.equal(allowed(await burst(limiter, 3, [session("s", 1)])), 1);
  limiter.close();
});

Deno.test("admit: a full queue refuses at once, finishes what it holds, and reopens", async () => {
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

Deno.test("admit: a closed limiter admits nobody", async () => {
  using store = await openLimiter();
  store.limiter.close();
  await assert.rejects(
    store.limiter.admit([session("s", 1)]),
    refused("unavailable"),
  );
});
