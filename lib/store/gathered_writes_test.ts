import assert from "node:assert/strict";
import { until } from "../../tests/until.ts";
import { StoreFailure } from "./breaker.ts";
import { storeError } from "./commit.ts";
import { GatheredWrites } from "./gathered_writes.ts";

type Count = { name: string; n: number };

/** Counts by name; each write is recorded, and can be made to fail. */
function counter({ most = 100, together = 1, wait_ms = 60_000 } = {}) {
  const writes: string[] = [];
  const failures: (Error | null)[] = [];
  const gathered = new GatheredWrites<Count>({
    ...{ most, together, wait_ms },
    add: (held, { n }) => ({ ...held, n: held.n + n }),
    write(some) {
      const failure = failures.shift();
      if (failure) return Promise.reject(failure);
      writes.push(some.map(({ name, n }) => `${name}${n}`).join(" "));
      return Promise.resolve();
    },
  });
  const note = (name: string) => gathered.note(name, { name, n: 1 });
  return { gathered, writes, failures, note };
}

Deno.test("GatheredWrites: values of one name are added up, and written in batches", async () => {
  const { gathered, writes, note } = counter({ together: 2 });
  for (const name of "abacad") note(name);
  await gathered.flush();
  assert.deepEqual(writes, ["a3 b1", "c1 d1"]);
  await gathered.close();
  assert.equal(writes.length, 2);
});

Deno.test("GatheredWrites: a flood is bounded, and names already held still count", async () => {
  const { gathered, writes, note } = counter({ most: 2 });
  assert.deepEqual([..."abcac"].map(note), [true, true, false, true, false]);
  await gathered.close();
  assert.deepEqual(writes, ["a2", "b1"]);
});

Deno.test("GatheredWrites: writes on its own, and again what the store rejected", async () => {
  const { gathered, writes, failures, note } = counter({ wait_ms: 1 });
  failures.push(new StoreFailure("Away"));
  note("a");
  await until(() => writes.length > 0, "a write");
  assert.deepEqual(writes, ["a1"]);
  await gathered.close();
});

Deno.test("GatheredWrites: one write's own error is reported and affects no other", async () => {
  const { gathered, writes, failures, note } = counter();
  failures.push(null, storeError(new TypeError("Too large")));
  for (const name of "abc") note(name);
  await assert.rejects(gathered.flush(), { name: "AppError" });
  await gathered.close();
  assert.deepEqual(writes, ["a1", "c1"]);
});

Deno.test("GatheredWrites: while the store is away, rejected values are kept and added to", async () => {
  const { gathered, writes, failures, note } = counter();
  failures.push(null, storeError(new StoreFailure("Away")));
  for (const name of "abc") note(name);
  await assert.rejects(gathered.flush());
  note("b");
  await gathered.flush();
  assert.deepEqual(writes, ["a1", "b2", "c1"]);
  await gathered.close();
});

Deno.test("GatheredWrites: a write in doubt is not repeated", async () => {
  const { gathered, writes, failures, note } = counter();
  failures.push(storeError(new StoreFailure("Late", { in_doubt: true })));
  for (const name of "abc") note(name);
  await assert.rejects(gathered.flush());
  await gathered.flush();
  assert.deepEqual(writes, ["b1", "c1"]);
  await gathered.close();
});

Deno.test("GatheredWrites: closing with an unreachable store ends, and leaves no timer", async () => {
  const { gathered, writes, failures, note } = counter();
  failures.push(new StoreFailure("Away"));
  note("a");
  await gathered.close();
  assert.deepEqual(writes, []);
});
