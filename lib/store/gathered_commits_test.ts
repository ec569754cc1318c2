import assert from "node:assert/strict";
import { isAppError } from "../errors.ts";
import { GatheredCommits } from "./gathered_commits.ts";

/** The real store, its commits counted. */
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
  return { kv, counts, [Symbol.dispose]: () => kv.close() };
}

Deno.test("GatheredCommits: what arrives together is written together", async () => {
  using store = await openCounted();
  const gathered = new GatheredCommits(store.kv);
  const results = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      gathered.run((op) => {
        op.set(["k", i], i);
        op.sum(["n"], 1n);
        return Promise.resolve(i);
      })),
  );
  assert.deepEqual(results, Array.from({ length: 40 }, (_, i) => i));
  assert.equal(store.counts.commits, 1);
  const sum = await store.kv.get<Deno.KvU64>(["n"]);
  assert.equal(sum.value?.value, 40n);
  await gathered.close();
});

Deno.test("GatheredCommits: two that change the same key lose nothing", async () => {
  using store = await openCounted();
  const gathered = new GatheredCommits(store.kv);
  const add = () =>
    gathered.run(async (op) => {
      const entry = await store.kv.get<number>(["count"]);
      op.check(entry).set(["count"], (entry.value ?? 0) + 1);
    });
  await Promise.all(Array.from({ length: 60 }, add));
  assert.equal((await store.kv.get(["count"])).value, 60);
  await gathered.close();
});

Deno.test("GatheredCommits: a check that fails holds up nobody else", async () => {
  using store = await openCounted();
  const gathered = new GatheredCommits(store.kv);
  let tries = 0;
  const beaten = gathered.run(async (op) => {
    const entry = await store.kv.get<number>(["hot"]);
    // Somebody else is first, once.
    if (tries++ === 0) await store.kv.set(["hot"], 10);
    op.check(entry).set(["hot"], (entry.value ?? 0) + 1);
  });
  const others = [1, 2, 3].map((n) =>
    gathered.run((op) => Promise.resolve(void op.set(["cold", n], n)))
  );
  await Promise.all([beaten, ...others]);
  assert.equal((await store.kv.get(["hot"])).value, 11);
  assert.equal((await store.kv.get(["cold", 3])).value, 3);
  await gathered.close();
});

Deno.test("GatheredCommits: one that refuses writes nothing, and the others are written", async () => {
  using store = await openCounted();
  const gathered = new GatheredCommits(store.kv);
  const refused = gathered.run((op) => {
    op.set(["half"], true);
    return Promise.reject(new Error("no"));
  });
  const written = gathered.run((op) =>
    Promise.resolve(void op.set(["whole"], true))
  );
  await assert.rejects(refused, /no/);
  await written;
  assert.equal((await store.kv.get(["half"])).value, null);
  assert.equal((await store.kv.get(["whole"])).value, true);
  await gathered.close();
});

Deno.test("GatheredCommits: a store that fails refuses everyone; closed, it takes no more", async () => {
  using store = await openCounted();
  const gathered = new GatheredCommits(store.kv);
  const atomic = store.kv.atomic;
  store.kv.atomic = () => {
    const op = atomic();
    op.commit = () => Promise.reject(new Error("disk full"));
    return op;
  };
  const set = () =>
    gathered.run((op) => Promise.resolve(void op.set(["x"], 1)));
  for (const result of await Promise.allSettled([set(), set(), set()])) {
    assert.equal(result.status, "rejected");
    assert.ok(isAppError(result.reason));
    assert.equal(result.reason.code, "unavailable");
  }
  store.kv.atomic = atomic;
  await set();
  await gathered.close();
  await assert.rejects(set(), /Try again/);
});
