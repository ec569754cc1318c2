import assert from "node:assert/strict";
import { StoreFailure } from "./breaker.ts";
import { delay, storeError } from "./commit.ts";
import { GatheredWrites } from "./gathered_writes.ts";

type Count = { name: string; n: number };

/** Counts by name, of which each write is told, and may be made to fail. */
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

Deno.test("GatheredWrites: what has one name is added up, and written so many together", async () => {
  const { gathered, writes, note } = counter({ together: 2 });
  for (const name of "abacad") note(name);
  await gathered.flush();
  assert.deepEqual(writes, ["a3 b1", "c1 d1"]);
  await gathered.close();
  assert.equal(writes.length, 2);
});

Deno.test("GatheredWrites: a flood is bounded, and what is held already still counts", async () => {
  const { gathered, writes, note } = counter({ most: 2 });
  assert.deepEqual([..."abcac"].map(note), [true, true, false, true, false]);
  await gathered.close();
  assert.deepEqual(writes, ["a2", "b1"]);
});

Deno.test("GatheredWrites: it writes by itself, also again what the store did not take", async () => {
  const { gathered, writes, failures, note } = counter({ wait_ms: 1 });
  failures.push(new StoreFailure("Away"));
  note("a");
  while (writes.length === 0) await delay(1);
  assert.deepEqual(writes, ["a1"]);
  await gathered.close();
});

Deno.test("GatheredWrites: one write's own fault is told and takes no other with it", async () => {
  const { gathered, writes, failures, note } = counter();
  failures.push(null, storeError(new TypeError("Too large")));
  for (const name of "abc") note(name);
  await assert.rejects(gathered.flush(), { name: "AppError" });
  await gathered.close();
  assert.deepEqual(writes, ["a1", "c1"]);
});

Deno.test("GatheredWrites: while the store is away what it did not take is held, with what comes meanwhile", async () => {
  const { gathered, writes, failures, note } = counter();
  failures.push(null, storeError(new StoreFailure("Away")));
  for (const name of "abc") note(name);
  await assert.rejects(gathered.flush());
  note("b");
  await gathered.flush();
  assert.deepEqual(writes, ["a1", "b2", "c1"]);
  await gathered.close();
});

Deno.test("GatheredWrites: what the store may have taken is not written twice", async () => {
  const { gathered, writes, failures, note } = counter();
  failures.push(storeError(new StoreFailure("Late", { in_doubt: true })));
  for (const name of "abc") note(name);
  await assert.rejects(gathered.flush());
  await gathered.flush();
  assert.deepEqual(writes, ["b1", "c1"]);
  await gathered.close();
});

Deno.test("GatheredWrites: closing on a store that is away ends, and leaves no timer", async () => {
  const { gathered, writes, failures, note } = counter();
  failures.push(new StoreFailure("Away"));
  note("a");
  await gathered.close();
  assert.deepEqual(writes, []);
});
