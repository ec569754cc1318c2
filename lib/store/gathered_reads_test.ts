import assert from "node:assert/strict";
import { GatheredReads } from "./gathered_reads.ts";

async function openCounted() {
  const kv = await Deno.openKv(":memory:");
  const counts = { reads: 0 };
  const getMany = kv.getMany.bind(kv);
  kv.getMany = ((keys: Deno.KvKey[]) => {
    counts.reads++;
    return getMany(keys);
  }) as typeof kv.getMany;
  return { kv, counts, [Symbol.dispose]: () => kv.close() };
}

Deno.test("GatheredReads: concurrent reads are read together, each key once", async () => {
  using store = await openCounted();
  for (let i = 0; i < 8; i++) await store.kv.set(["k", i], i);
  const reads = new GatheredReads(store.kv);
  const entries = await Promise.all(
    Array.from({ length: 64 }, (_, i) => reads.get<number>(["k", i % 9])),
  );
  entries.forEach(({ key, value }, i) => {
    assert.deepEqual(key, ["k", i % 9]);
    assert.equal(value, i % 9 === 8 ? null : i % 9);
  });
  assert.equal(store.counts.reads, 1);
});

Deno.test("GatheredReads: a read sees everything written before it was requested", async () => {
  using store = await openCounted();
  const reads = new GatheredReads(store.kv);
  const seen: Promise<boolean>[] = [];
  for (let i = 1; i <= 200; i++) {
    await store.kv.set(["n"], i);
    seen.push(reads.get<number>(["n"]).then(({ value }) => (value ?? 0) >= i));
  }
  assert.ok((await Promise.all(seen)).every(Boolean));
});

Deno.test("GatheredReads: a failing store fails its callers, and serves the next", async () => {
  using store = await openCounted();
  const reads = new GatheredReads(store.kv);
  const { getMany } = store.kv;
  store.kv.getMany = () => Promise.reject(new Error("disk I/O error"));
  await assert.rejects(reads.get(["a"]), /disk/);
  store.kv.getMany = getMany;
  assert.equal((await reads.get(["a"])).value, null);
});
