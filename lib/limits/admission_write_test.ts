import assert from "node:assert/strict";
import { Admission } from "./admission.ts";
import { MINUTE } from "../clock.ts";
import type { Charge } from "./rate_limiting.ts";
import { refused, testClock } from "../../tests/stores.ts";

/** The real store with an engine on it, and its commits counted. */
async function openCounted() {
  const kv = await Deno.openKv(":memory:");
  const counts = { commits: 0 };
  const atomic = kv.atomic.bind(kv);
  kv.atomic = () => {
    const op = atomic();
    const commit = op.commit.bind(op);
    op.commit = () => {
      counts.commits++;
      return commit();
    };
    return op;
  };
  const admission = new Admission(kv, testClock());
  return {
    kv,
    counts,
    admission,
    async [Symbol.asyncDispose]() {
      await admission.close();
      kv.close();
    },
  };
}

function link(limit: number): Charge {
  return { policy: "link", subject: "l", limit, window_ms: MINUTE };
}

Deno.test("write: concurrent writes share a commit", async () => {
  await using store = await openCounted();
  const { admission } = store;
  const results = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      admission.write((op) => {
        op.set(["k", i], i);
        op.sum(["n"], 1n);
        return Promise.resolve(i);
      })),
  );
  assert.deepEqual(results, Array.from({ length: 40 }, (_, i) => i));
  assert.equal(store.counts.commits, 1);
  const sum = await store.kv.get<Deno.KvU64>(["n"]);
  assert.equal(sum.value?.value, 40n);
});

Deno.test("write: two changes of one key lose nothing", async () => {
  await using store = await openCounted();
  const { admission } = store;
  const add = () =>
    admission.write(async (op) => {
      const entry = await store.kv.get<number>(["count"]);
      op.check(entry).set(["count"], (entry.value ?? 0) + 1);
    });
  await Promise.all(Array.from({ length: 60 }, add));
  assert.equal((await store.kv.get(["count"])).value, 60);
});

Deno.test("write: a failing check holds up nobody else", async () => {
  await using store = await openCounted();
  const { admission } = store;
  let tries = 0;
  const beaten = admission.write(async (op) => {
    const entry = await store.kv.get<number>(["hot"]);
    // Somebody else is first, once.
    if (tries++ === 0) await store.kv.set(["hot"], 10);
    op.check(entry).set(["hot"], (entry.value ?? 0) + 1);
  });
  const others = [1, 2, 3].map((n) =>
    admission.write((op) => Promise.resolve(void op.set(["cold", n], n)))
  );
  await Promise.all([beaten, ...others]);
  assert.equal((await store.kv.get(["hot"])).value, 11);
  assert.equal((await store.kv.get(["cold", 3])).value, 3);
});

Deno.test("write: a refused write stores nothing; the others are written", async () => {
  await using store = await openCounted();
  const { admission } = store;
  const refused = admission.write((op) => {
    op.set(["half"], true);
    return Promise.reject(new Error("no"));
  });
  const written = admission.write((op) =>
    Promise.resolve(void op.set(["whole"], true))
  );
  await assert.rejects(refused, /no/);
  await written;
  assert.equal((await store.kv.get(["half"])).value, null);
  assert.equal((await store.kv.get(["whole"])).value, true);
});

Deno.test("admitWith: records and charges in one commit", async () => {
  await using store = await openCounted();
  const { admission, kv } = store;
  const admitted = await Promise.all(
    Array.from(
      { length: 60 },
      (_, i) =>
        admission.admitWith([link(40)], (op) => {
          op.set(["said", i], i);
          return Promise.resolve(i);
        }),
    ),
  );
  assert.equal(store.counts.commits, 1);
  const said = admitted.filter(({ allowed }) => allowed);
  assert.equal(said.length, 40);
  for (const [i, { allowed, value }] of admitted.entries()) {
    assert.equal(value, allowed ? i : null);
    assert.equal((await kv.get(["said", i])).value, allowed ? i : null);
  }
  const { states } = await admission.admit([link(100)]);
  assert.equal(states[0].remaining, 59);
});

Deno.test("admitWith: an attempt that throws is not charged, a retried one is charged once", async () => {
  await using store = await openCounted();
  const { admission, kv } = store;
  await assert.rejects(
    admission.admitWith([link(9)], () => Promise.reject(new Error("over"))),
    /over/,
  );
  let tries = 0;
  const { value } = await admission.admitWith([link(9)], async (op) => {
    const entry = await kv.get<number>(["hot"]);
    // Somebody else is first, twice.
    if (tries++ < 2) await kv.set(["hot"], tries);
    op.check(entry).set(["hot"], 10);
    return tries;
  });
  assert.equal(value, 3);
  const { states } = await admission.admit([link(9)]);
  assert.equal(states[0].remaining, 7);
});

Deno.test("predict: refuses a limit known to be used up, and charges nothing", async () => {
  await using store = await openCounted();
  const { admission } = store;
  assert.equal(admission.predict([link(1)]).allowed, true);
  await admission.admit([link(1)]);
  for (let i = 0; i < 3; i++) {
    assert.equal(admission.predict([link(1)]).allowed, false);
  }
  assert.equal(admission.predict([link(2)]).allowed, true);
  assert.equal((await admission.admit([link(2)])).allowed, true);
});

Deno.test("write: an impossible write is refused; the others are written", async () => {
  await using store = await openCounted();
  const { admission, kv } = store;
  await kv.set(["taken"], true);
  const never = admission.write((op) => {
    op.check({ key: ["taken"], versionstamp: null }).set(["taken"], 1);
    return Promise.resolve();
  });
  const others = Array.from(
    { length: 9 },
    (_, n) =>
      admission.write((op) => Promise.resolve(void op.set(["cold", n], n))),
  );
  await assert.rejects(never, refused("unavailable"));
  await Promise.all(others);
  assert.equal((await kv.get(["cold", 8])).value, 8);
});

Deno.test("write: handles more bytes and checks than fit one commit", async () => {
  await using store = await openCounted();
  const { admission, kv } = store;
  await Promise.all(
    Array.from({ length: 150 }, (_, n) =>
      admission.write((op) => {
        op.check({ key: ["long", n], versionstamp: null });
        op.check({ key: ["other", n], versionstamp: null });
        op.set(["long", n], { text: "\u4e16".repeat(15_000) });
        return Promise.resolve();
      })),
  );
  let kept = 0;
  for await (const _ of kv.list({ prefix: ["long"] })) kept++;
  assert.equal(kept, 150);
});

Deno.test("write: a failing store refuses everyone; a closed queue accepts nothing", async () => {
  await using store = await openCounted();
  const { admission, kv } = store;
  const { atomic } = kv;
  kv.atomic = () => {
    const op = atomic();
    op.commit = () => Promise.reject(new Error("disk full"));
    return op;
  };
  const set = () =>
    admission.write((op) => Promise.resolve(void op.set(["x"], 1)));
  for (const one of [set(), set(), set()]) {
    await assert.rejects(one, refused("unavailable"));
  }
  kv.atomic = atomic;
  await set();
  await admission.close();
  await assert.rejects(set(), refused("unavailable"));
});
