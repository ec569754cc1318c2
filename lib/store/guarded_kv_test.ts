import assert from "node:assert/strict";
import { tempStore } from "../../tests/stores.ts";
import { storeSuite } from "../../tests/store_suite.ts";
import { openStore } from "./open.ts";

storeSuite("store in memory", async () => {
  const store = await openStore(":memory:");
  return {
    ...store,
    [Symbol.asyncDispose]: () => Promise.resolve(store.close()),
  };
});

storeSuite("store in a file", async () => {
  const file = await tempStore();
  const store = await openStore(file.path);
  return {
    ...store,
    async [Symbol.asyncDispose]() {
      store.close();
      await file[Symbol.asyncDispose]();
    },
  };
});

Deno.test("list: only entries that have to be fetched cost a timer", async () => {
  const { kv, close } = await openStore(":memory:");
  for (let n = 0; n < 300; n++) await kv.set(["things", n], n);
  const { setTimeout } = globalThis;
  let timers = 0;
  globalThis.setTimeout = ((...args: Parameters<typeof setTimeout>) => {
    timers++;
    return setTimeout(...args);
  }) as typeof setTimeout;
  try {
    const things = kv.list({ prefix: ["things"] }, { batchSize: 100 });
    const all = await Array.fromAsync(things, ({ value }) => value);
    assert.deepEqual(all, Array.from({ length: 300 }, (_, n) => n));
    assert.ok(timers <= 10, `${timers} timers`);
  } finally {
    globalThis.setTimeout = setTimeout;
    close();
  }
});
