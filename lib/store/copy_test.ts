import { wrappedKv } from "./wrapped_kv.ts";
import assert from "node:assert/strict";
import { ConfigError } from "../errors.ts";
import { StoreFailure } from "./breaker.ts";
import { copyStore } from "./copy.ts";
import { keys } from "./keys.ts";
import { migrate } from "./migrations.ts";

async function open(...entries: [Deno.KvKey, unknown][]) {
  const kv = await Deno.openKv(":memory:");
  for (const [key, value] of entries) await kv.set(key, value);
  return kv;
}

async function dump(kv: Deno.Kv) {
  const entries = await Array.fromAsync(kv.list({ prefix: [] }));
  return entries.map(({ key, value }) => [key, value]);
}

const ENTRIES: [Deno.KvKey, unknown][] = [
  [["schema"], { version: 1 }],
  [["a", new Uint8Array([0, 255])], new Uint8Array([1, 2, 3])],
  [["a", ""], ""],
  [["a", "é\0"], { text: "zeichen ✓", at: new Date(5), big: -(2n ** 70n) }],
  [["a", -1.5], [undefined, null, NaN, [1, [2]]]],
  [["a", 3n], new Map([["x", new Set([1])]])],
  [["a", false, true], true],
  [["n"], new Deno.KvU64(7n)],
  [["m"], { value: 7n }],
];

Deno.test("copyStore: copies every kind of key and value, and deletes the rest", async () => {
  using from = await open(...ENTRIES);
  using to = await open([keys.unfinishedCopy(), true]);
  for (const key of [["0"], ["a", "", "z"], ["a", true], ["z"]]) {
    await to.set(key, "surplus");
  }
  await to.set(["n"], { value: 7n });
  const copied = await copyStore(from, to);
  assert.equal(copied.entries, ENTRIES.length);
  assert.deepEqual(await dump(to), await dump(from));
  using third = await open();
  assert.deepEqual(await copyStore(to, third), copied);
  await to.atomic().sum(["n"], 1n).commit();
  using fourth = await open();
  assert.notEqual((await copyStore(to, fourth)).sha256, copied.sha256);
});

Deno.test("copyStore: a store's own entries are not copied", async () => {
  using from = await open(...ENTRIES, [keys.commitMark(1, "x"), null]);
  using to = await open();
  assert.equal((await copyStore(from, to)).entries, ENTRIES.length);
});

Deno.test("copyStore: refuses a store in use and leaves it unchanged; a store that was only started is filled", async () => {
  using from = await open(...ENTRIES);
  using used = await open([["schema"], { version: 1 }], [["users", "u"], {}]);
  const before = await dump(used);
  await assert.rejects(copyStore(from, used), /already holds data/);
  assert.deepEqual(await dump(used), before);
  using started = await open([keys.ticketSecret(), "old"]);
  await migrate(started);
  await copyStore(from, started);
  assert.deepEqual(await dump(started), await dump(from));
});

Deno.test("copyStore: an interrupted copy is recognised, resumes, and ends up whole", async () => {
  const many = Array.from(
    { length: 3_000 },
    (_, i): [Deno.KvKey, unknown] => [["many", i], "x".repeat(i)],
  );
  using from = await open(...many, [["schema"], { version: 1 }]);
  using to = await open();
  let least = Infinity;
  const cut = new Error("cut short");
  await assert.rejects(
    copyStore(from, to, {
      onProgress(written) {
        least = written;
        if (written > 1_000) throw cut;
      },
    }),
    cut,
  );
  await assert.rejects(migrate(to), /store is incomplete/);
  using other = await open();
  await assert.rejects(copyStore(to, other), /store is incomplete/);
  let rest = 0;
  await copyStore(from, to, { onProgress: (written) => rest = written });
  assert.equal(rest + least, many.length + 1, "nothing is written twice");
  assert.deepEqual(await dump(to), await dump(from));
  await migrate(to);
});

Deno.test("copyStore: waits for a store that is briefly unreachable", async () => {
  using from = await open(...ENTRIES);
  using to = await open();
  let failures = 2;
  const shaky = wrappedKv(from, {
    list(...args) {
      if (failures-- > 0) throw new StoreFailure("away");
      return from.list(...args);
    },
  });
  await copyStore(shaky, to, { pause_ms: 1 });
  assert.deepEqual(await dump(to), await dump(from));
});

Deno.test("copyStore: a store that keeps changing is refused, or copied with a warning", async () => {
  using from = await open(...ENTRIES);
  const changing = new Proxy(from, {
    get(target, name) {
      const member = Reflect.get(target, name);
      if (name !== "list") return member.bind(target);
      return async function* (...args: Parameters<Deno.Kv["list"]>) {
        await target.set(["a", "changes"], crypto.randomUUID());
        yield* target.list(...args);
      };
    },
  });
  using to = await open();
  await assert.rejects(
    copyStore(changing, to),
    (error) =>
      error instanceof ConfigError && /keeps changing/.test(`${error}`),
  );
  const { unsettled } = await copyStore(changing, to, { may_change: true });
  assert.equal(unsettled, 1);
});

Deno.test("copyStore: a store of a newer version is refused", async () => {
  using from = await open([keys.schema(), { version: 1_000 }]);
  using to = await open();
  await assert.rejects(copyStore(from, to), /newer Twincast/);
  assert.deepEqual(await dump(to), []);
});
