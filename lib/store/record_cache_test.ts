import assert from "node:assert/strict";
import { tempStore } from "../../tests/stores.ts";
import { GatheredReads } from "./gathered_reads.ts";
import { MAX_AGE_MS, RecordCache } from "./record_cache.ts";
import { keys } from "./keys.ts";

async function openHot(path = ":memory:") {
  const store = await Deno.openKv(path);
  const counts = { reads: 0 };
  const reads = new GatheredReads(store);
  const get = reads.get.bind(reads);
  reads.get = (key) => {
    counts.reads++;
    return get(key);
  };
  const clock = { ms: 0 };
  const cache = new RecordCache(store, reads, () => clock.ms);
  const name = async (key: Deno.KvKey) =>
    (await cache.get<{ name: string }>(key)).value?.name;
  return {
    cache,
    clock,
    kv: cache.kv,
    counts,
    name,
    [Symbol.dispose]: () => store.close(),
  };
}

const KEY = keys.apiKey("hash");

Deno.test("RecordCache: an unchanged record is read once", async () => {
  using store = await openHot();
  await store.kv.set(KEY, { name: "a" });
  assert.equal(await store.name(KEY), "a");
  const { reads } = store.counts;
  for (let i = 0; i < 50; i++) assert.equal(await store.name(KEY), "a");
  assert.equal(store.counts.reads, reads);
});

Deno.test("RecordCache: every way to change a record takes effect at once", async () => {
  using store = await openHot();
  const { kv } = store;
  const entry = () => kv.get(KEY);
  const ways: [string | undefined, () => Promise<unknown>][] = [
    ["b", () => kv.set(KEY, { name: "b" })],
    ["c", () => kv.atomic().set(KEY, { name: "c" }).commit()],
    [
      "d",
      async () =>
        await kv.atomic().check(await entry()).set(KEY, { name: "d" }).commit(),
    ],
    [undefined, () => kv.delete(KEY)],
    ["e", () => kv.set(KEY, { name: "e" })],
    [undefined, () => kv.atomic().delete(KEY).commit()],
  ];
  for (const [name, change] of ways) {
    await store.name(KEY);
    await change();
    assert.equal(await store.name(KEY), name);
  }
});

Deno.test("RecordCache: a record that changed during its read is not cached", async () => {
  using store = await openHot();
  for (let i = 0; i < 50; i++) {
    await Promise.all([
      store.name(KEY),
      store.kv.set(KEY, { name: `${i}` }),
      store.name(KEY),
    ]);
    assert.equal(await store.name(KEY), `${i}`);
  }
});

Deno.test("RecordCache: another process's change is seen after 400 ms, and not before", async () => {
  await using file = await tempStore();
  using ours = await openHot(file.path);
  using theirs = await openHot(file.path);
  await ours.kv.set(KEY, { name: "a" });
  for (const name of ["b", "c", "d"]) {
    const before = await ours.name(KEY);
    await theirs.kv.set(KEY, { name });
    ours.clock.ms += MAX_AGE_MS;
    assert.equal(await ours.name(KEY), before);
    ours.clock.ms += 1;
    assert.equal(await ours.name(KEY), name);
  }
});

Deno.test("RecordCache: a failed commit changes nothing, and a failing store is an error", async () => {
  using store = await openHot();
  const { kv, cache } = store;
  await kv.set(KEY, { name: "a" });
  const beaten = await kv.atomic().check({ key: KEY, versionstamp: null })
    .set(KEY, { name: "b" }).commit();
  assert.equal(beaten.ok, false);
  assert.equal(await store.name(KEY), "a");
  const before = await cache.epoch();
  await kv.set(["something", "else"], 1);
  assert.equal(await cache.epoch(), before);
});
