import assert from "node:assert/strict";
import { AppError } from "../errors.ts";
import { refused } from "../../tests/stores.ts";
import { commit, commitWithRetry } from "./commit.ts";

async function store() {
  const kv = await Deno.openKv(":memory:");
  return { kv, [Symbol.dispose]: () => kv.close() };
}

async function increment(kv: Deno.Kv): Promise<number> {
  return await commitWithRetry(kv, async (op) => {
    const entry = await kv.get<number>(["n"]);
    const next = (entry.value ?? 0) + 1;
    op.check(entry).set(["n"], next);
    return next;
  });
}

Deno.test("commitWithRetry: concurrent changes are neither lost nor made twice", async () => {
  using opened = await store();
  const { kv } = opened;
  const results = await Promise.all(
    Array.from({ length: 12 }, () => increment(kv)),
  );
  assert.equal((await kv.get(["n"])).value, 12);
  assert.deepEqual(
    results.sort((a, b) => a - b),
    [...Array(12)].map((_, i) => i + 1),
  );
});

Deno.test("commitWithRetry: an error thrown by the attempt ends it, with nothing written", async () => {
  using opened = await store();
  const { kv } = opened;
  let tries = 0;
  const attempt = commitWithRetry(kv, (op) => {
    tries++;
    op.set(["n"], 1);
    throw new AppError("conflict", "Taken.");
  });
  await assert.rejects(attempt, refused("conflict"));
  assert.equal(tries, 1);
  assert.equal((await kv.get(["n"])).value, null);
});

Deno.test("commitWithRetry: gives up with 503 after 20 lost races", async () => {
  using opened = await store();
  const { kv } = opened;
  let tries = 0;
  const attempt = commitWithRetry(kv, async (op) => {
    const entry = await kv.get(["n"]);
    op.check(entry).set(["n"], "mine");
    await kv.set(["n"], ++tries);
  });
  await assert.rejects(attempt, refused("unavailable"));
  assert.equal(tries, 20);
  assert.equal((await kv.get(["n"])).value, 20);
});

/** An operation whose commit fails several times before it succeeds. */
function failing(kv: Deno.Kv, failures: number, message: string) {
  const op = kv.atomic().set(["n"], 1);
  const commit = op.commit.bind(op);
  op.commit = async () => {
    if (failures-- > 0) throw new TypeError(message);
    return await commit();
  };
  return op;
}

Deno.test("commit: waits while another writer holds the store", async () => {
  using opened = await store();
  const { kv } = opened;
  await commit(failing(kv, 3, "database is locked"));
  assert.equal((await kv.get(["n"])).value, 1);
});

Deno.test("commit: any other store failure is 503 at once, with its cause for the log", async () => {
  using opened = await store();
  const { kv } = opened;
  await assert.rejects(
    commit(failing(kv, 1, "disk I/O error")),
    (error) =>
      refused("unavailable")(error) &&
      /disk I\/O error/.test(String((error as Error).cause)),
  );
  assert.equal((await kv.get(["n"])).value, null);
});
