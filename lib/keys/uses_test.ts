import assert from "node:assert/strict";
import { MINUTE } from "../clock.ts";
import { KeyUses, type OriginUse } from "./uses.ts";
import { StoreFailure } from "../store/breaker.ts";
import { keys } from "../store/keys.ts";
import { countEntries, failing, testClock } from "../../tests/stores.ts";

const DAY_KEY = "2026-01-01";

async function open() {
  const kv = await Deno.openKv(":memory:");
  const clock = testClock();
  const uses = new KeyUses(kv, clock);
  return {
    kv,
    clock,
    uses,
    lastUsed: async (key_id: string) =>
      (await kv.get<string>(keys.keyLastUsed(key_id))).value,
    origins: async (key_id: string) =>
      (await kv.get<Map<string, OriginUse>>(keys.keyOrigins(key_id, DAY_KEY)))
        .value ?? new Map<string, OriginUse>(),
    async [Symbol.asyncDispose]() {
      await uses.close();
      kv.close();
    },
  };
}

Deno.test("KeyUses: the first use is written at once, later ones once a minute", async () => {
  await using opened = await open();
  const { uses, clock, lastUsed } = opened;
  const started = clock.now();
  uses.note("key_a", null, "GET /x");
  await uses.flush();
  assert.equal(Date.parse(await lastUsed("key_a") ?? ""), started);
  clock.advance(MINUTE - 1);
  uses.note("key_a", null, "GET /x");
  await uses.flush();
  assert.equal(Date.parse(await lastUsed("key_a") ?? ""), started);
  clock.advance(1);
  uses.note("key_a", null, "GET /x");
  await uses.flush();
  assert.equal(Date.parse(await lastUsed("key_a") ?? ""), started + MINUTE);
});

Deno.test("KeyUses: a change in what it was used for is written each time", async () => {
  await using opened = await open();
  const { uses, kv } = opened;
  const usedFor = async () => {
    await uses.flush();
    return (await kv.get<string>(keys.keyLastUsedFor("key_a"))).value;
  };
  uses.note("key_a", null, "GET /x");
  assert.equal(await usedFor(), "GET /x");
  uses.note("key_a", null, "POST /y");
  assert.equal(await usedFor(), "POST /y");
  uses.note("key_a", null, null);
  assert.equal(await usedFor(), "POST /y");
});

Deno.test("KeyUses: a refused call is not a use", async () => {
  await using opened = await open();
  opened.uses.note("key_a", "https://a.example", null);
  await opened.uses.flush();
  assert.equal(await opened.lastUsed("key_a"), null);
  assert.equal(
    (await opened.origins("key_a")).get("https://a.example")?.refused,
    1,
  );
});

Deno.test("KeyUses: counts add up across flushes, per key", async () => {
  await using opened = await open();
  const { uses, origins } = opened;
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 4; i++) {
      uses.note("key_a", "https://a.example", "GET /x");
      uses.note("key_b", "https://a.example", i % 2 === 0 ? "GET /x" : null);
    }
    await uses.flush();
  }
  const count = ({ allowed, refused }: OriginUse) => [allowed, refused];
  assert.deepEqual([...(await origins("key_a")).values()].map(count), [[
    12,
    0,
  ]]);
  assert.deepEqual([...(await origins("key_b")).values()].map(count), [[6, 6]]);
});

Deno.test("KeyUses: two processes writing at once lose no count", async () => {
  await using opened = await open();
  const other = new KeyUses(opened.kv, opened.clock);
  for (let i = 0; i < 5; i++) {
    opened.uses.note("key_a", "https://a.example", "GET /x");
    other.note("key_a", "https://a.example", "GET /x");
    await Promise.all([opened.uses.flush(), other.flush()]);
  }
  await other.close();
  assert.equal(
    (await opened.origins("key_a")).get("https://a.example")?.allowed,
    10,
  );
});

Deno.test("KeyUses: a thousand origins are counted, fifty distinguished", async () => {
  await using opened = await open();
  const { uses, origins } = opened;
  for (let i = 0; i < 1_000; i++) {
    uses.note("key_a", `https://${i}.example`, null);
  }
  await uses.flush();
  for (let i = 1_000; i < 1_100; i++) {
    uses.note("key_a", `https://${i}.example`, null);
  }
  await uses.flush();
  const seen = await origins("key_a");
  assert.ok(seen.size <= 51, `${seen.size} origins`);
  let total = 0;
  for (const { refused } of seen.values()) total += refused;
  assert.equal(total, 1_100);
});

Deno.test("KeyUses: origins of any length harm neither this key's notes nor another's", async () => {
  await using opened = await open();
  const { uses, origins } = opened;
  for (let i = 0; i < 40; i++) {
    uses.note("key_a", `https://${"x".repeat(8_000)}${i}.example`, null);
  }
  uses.note("key_a", "https://a.example", "GET /x");
  uses.note("key_b", "https://b.example", "GET /x");
  await uses.flush();
  assert.equal((await origins("key_a")).get("https://a.example")?.allowed, 1);
  assert.equal((await origins("key_b")).get("https://b.example")?.allowed, 1);
  let total = 0;
  for (const { refused } of (await origins("key_a")).values()) total += refused;
  assert.equal(total, 40);
});

Deno.test("KeyUses: notes are written without a flush, and on close", async () => {
  const kv = await Deno.openKv(":memory:");
  const uses = new KeyUses(kv, testClock());
  uses.note("key_a", "https://a.example", null);
  await uses.close();
  assert.equal(await countEntries(kv, ["key_origins"]), 1);
  kv.close();
});

Deno.test("KeyUses: made-up origins hide no genuine one", async () => {
  await using opened = await open();
  const { uses, origins } = opened;
  let made_up = 0;
  const flood = async () => {
    for (let i = 0; i < 200; i++) {
      uses.note("key_a", `https://${made_up++}.example`, null);
      // Now and then the page that has just got the widget.
      if (i % 20 === 0) uses.note("key_a", "https://during.example", null);
    }
    await uses.flush();
  };
  uses.note("key_a", "https://before.example", null);
  await uses.flush();
  await flood();
  uses.note("key_a", "https://let-in.example", "GET /x");
  uses.note("key_a", "https://after.example", null);
  await uses.flush();
  const seen = await origins("key_a");
  for (const name of ["before", "during", "after", "let-in"]) {
    assert.ok(seen.has(`https://${name}.example`), name);
  }
  await flood();
  assert.ok((await origins("key_a")).has("https://let-in.example"));
  assert.ok((await origins("key_a")).has("https://during.example"));
});

Deno.test("KeyUses: a failed write affects no other key, and what the store rejected is written later", async () => {
  await using opened = await open();
  const { kv, clock, lastUsed, origins } = opened;
  const errors = [new TypeError("Odd"), new StoreFailure("Away")];
  const uses = new KeyUses(failing(kv, errors), clock);
  for (const key_id of ["key_a", "key_b", "key_c"]) {
    uses.note(key_id, null, "GET /x");
  }
  await uses.flush().catch(() => {});
  await uses.flush();
  assert.deepEqual(
    (await Promise.all(["key_a", "key_b", "key_c"].map(lastUsed)))
      .map((at) => at !== null),
    [false, true, true],
  );
  const counting = new KeyUses(failing(kv, errors), clock);
  for (const key_id of ["key_a", "key_b", "key_c"]) {
    counting.note(key_id, "https://a.example", null);
  }
  await assert.rejects(counting.flush());
  await counting.flush();
  const counted = await Promise.all(["key_a", "key_b", "key_c"].map(origins));
  assert.deepEqual(counted.map(({ size }) => size), [0, 1, 1]);
  await uses.close();
  await counting.close();
});
