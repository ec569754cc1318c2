// Requirements for any kind of store: in memory, a file, behind a network.
import assert from "node:assert/strict";
import { DEFAULT_LIMITS, type Policy } from "../lib/config/config.ts";
import { Admission } from "../lib/limits/admission.ts";
import { HOUR, systemClock } from "../lib/clock.ts";
import { commit, commitWithRetry } from "../lib/store/commit.ts";
import { GatheredReads } from "../lib/store/gathered_reads.ts";
import { RecordCache } from "../lib/store/record_cache.ts";
import { keys } from "../lib/store/keys.ts";
import { deleteAll, getAll, listPage } from "../lib/store/list.ts";

type TestStore = { kv: Deno.Kv } & AsyncDisposable;

/** Registers the tests under a name. */
export function storeSuite(name: string, open: () => Promise<TestStore>) {
  const test = (what: string, run: (kv: Deno.Kv) => Promise<void>) =>
    Deno.test(`${name}: ${what}`, async () => {
      await using store = await open();
      await run(store.kv);
    });

  test("a commit is all or nothing, and visible at once", async (kv) => {
    const made = await commit(
      kv.atomic().set(["a"], { n: 1n, at: new Date(5) }).sum(["n"], 2n),
    );
    assert.ok(made.ok);
    const entry = await kv.get(["a"]);
    assert.deepEqual(entry.value, { n: 1n, at: new Date(5) });
    assert.equal(entry.versionstamp, made.versionstamp);
    const stale = { key: ["a"], versionstamp: null };
    const op = kv.atomic().check(stale).delete(["a"]).sum(["n"], 1n);
    assert.equal((await commit(op)).ok, false);
    const [a, n] = await kv.getMany<[unknown, Deno.KvU64]>([["a"], ["n"]]);
    assert.deepEqual(a.value, { n: 1n, at: new Date(5) });
    assert.equal(n.value?.value, 2n);
  });

  test("concurrent changes are neither lost nor made twice", async (kv) => {
    const increment = () =>
      commitWithRetry(kv, async (op) => {
        const entry = await kv.get<number>(["n"]);
        op.check(entry).set(["n"], (entry.value ?? 0) + 1);
        return entry.value ?? 0;
      });
    const seen = await Promise.all(Array.from({ length: 12 }, increment));
    assert.deepEqual(seen.sort((a, b) => a - b), [...Array(12).keys()]);
    assert.equal((await kv.get(["n"])).value, 12);
  });

  test("lists in pages, newest first, and deletes a whole prefix", async (kv) => {
    const names = Array.from({ length: 1_234 }, (_, n) => `${1_000 + n}`);
    for (let at = 0; at < names.length; at += 500) {
      const op = kv.atomic();
      for (const n of names.slice(at, at + 500)) op.set(["list", n], n);
      await commit(op);
    }
    const read: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await listPage(kv, ["list"], { limit: 300, cursor });
      read.push(...page.items.map(({ value }) => value));
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
    assert.deepEqual(read, names.toReversed());
    const some = await getAll(kv, names.slice(0, 23).map((n) => ["list", n]));
    assert.deepEqual(some, names.slice(0, 23));
    await deleteAll(kv, ["list"]);
    assert.equal((await listPage(kv, ["list"], { limit: 1 })).items.length, 0);
  });

  test("a cached record that changes is read again", async (kv) => {
    const cache = new RecordCache(kv, new GatheredReads(kv));
    const key = keys.twin("twn_1");
    for (let n = 0; n < 20; n++) {
      await commit(cache.kv.atomic().set(key, n));
      assert.equal((await cache.get(key)).value, n);
    }
  });

  test("a limit admits exactly its number, with what they record", async (kv) => {
    const admission = new Admission(kv, systemClock());
    const charge = {
      policy: "link" as const,
      subject: "twn_1",
      limit: 40,
      window_ms: HOUR,
    };
    const decisions = await Promise.all(
      Array.from(
        { length: 150 },
        (_, n) =>
          admission.admitWith([charge], (op) => {
            op.set(["said", n], n).sum(["count"], 1n);
            return Promise.resolve(n);
          }),
      ),
    );
    await admission.close();
    const allowed = decisions.filter((one) => one.allowed);
    assert.equal(allowed.length, 40);
    const said = await Array.fromAsync(kv.list({ prefix: ["said"] }));
    assert.equal(said.length, 40);
    assert.equal((await kv.get<Deno.KvU64>(["count"])).value?.value, 40n);
  });

  test("every policy admits exactly its number, whichever of two processes is asked", async (kv) => {
    const processes = [0, 1].map(() => new Admission(kv, systemClock()));
    for (const policy of Object.keys(DEFAULT_LIMITS) as Policy[]) {
      const { window_ms } = DEFAULT_LIMITS[policy];
      const charge = { policy, subject: "somebody", limit: 3, window_ms };
      const decisions = await Promise.all(
        Array.from({ length: 10 }, (_, n) => processes[n % 2].admit([charge])),
      );
      const allowed = decisions.filter((one) => one.allowed);
      assert.equal(allowed.length, 3, policy);
    }
    for (const admission of processes) await admission.close();
  });
}
