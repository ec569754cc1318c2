import assert from "node:assert/strict";
import fc from "fast-check";
import { newId } from "../crypto/ids.ts";
import { deleteAll, getAll, listPage, listRecords, pageOf } from "./list.ts";

async function store() {
  const kv = await Deno.openKv(":memory:");
  return { kv, [Symbol.dispose]: () => kv.close() };
}

Deno.test("listPage: every entry once, newest first, for any page size", async () => {
  using opened = await store();
  const { kv } = opened;
  await fc.assert(
    fc.asyncProperty(
      fc.nat(30),
      fc.integer({ min: 1, max: 12 }),
      async (n, limit) => {
        const prefix = ["things", newId("tnt")];
        const ids = Array.from({ length: n }, () => newId("cnt"));
        for (const id of ids) await kv.set([...prefix, id], id);
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await listRecords<string>(kv, prefix, { limit, cursor });
          assert.ok(page.items.length <= limit);
          assert.ok(page.items.length > 0 || n === 0);
          seen.push(...page.items);
          cursor = page.next_cursor ?? undefined;
        } while (cursor !== undefined);
        assert.deepEqual(seen, ids.toReversed());
      },
    ),
    { numRuns: 40 },
  );
});

Deno.test("listPage: concurrent additions and deletions neither repeat nor skip others", async () => {
  using opened = await store();
  const { kv } = opened;
  const prefix = ["things", "t"];
  const ids = Array.from({ length: 6 }, () => newId("cnt"));
  for (const id of ids) await kv.set([...prefix, id], id);
  const first = await listRecords<string>(kv, prefix, { limit: 3 });
  await kv.set([...prefix, newId("cnt")], "new");
  await kv.delete([...prefix, ids[3]]);
  const cursor = first.next_cursor ?? "";
  const second = await listRecords<string>(kv, prefix, { limit: 3, cursor });
  assert.deepEqual([...first.items, ...second.items], ids.toReversed());
  assert.equal(second.next_cursor, null);
});

Deno.test("listPage: never an entry of another prefix, whatever the cursor", async () => {
  using opened = await store();
  const { kv } = opened;
  for (const tenant of ["t1", "t2", "t3"]) {
    await kv.set(["things", tenant, "a"], tenant);
  }
  for (const cursor of [undefined, "", "a", "zzz", "t3", "\uffff"]) {
    const page = await listPage<string>(kv, ["things", "t2"], {
      limit: 100,
      cursor,
    });
    for (const { value } of page.items) assert.equal(value, "t2");
  }
});

Deno.test("getAll: any number of keys in order, missing ones as null", async () => {
  using opened = await store();
  const { kv } = opened;
  for (let i = 0; i < 25; i += 2) await kv.set(["n", i], i);
  const wanted = Array.from({ length: 25 }, (_, i) => ["n", i]);
  assert.deepEqual(
    await getAll(kv, wanted),
    wanted.map((_, i) => i % 2 === 0 ? i : null),
  );
  assert.deepEqual(await getAll(kv, []), []);
});

Deno.test("deleteAll: everything below a prefix and nothing beside it", async () => {
  using opened = await store();
  const { kv } = opened;
  for (const size of [0, 1, 499, 500, 501, 1_000]) {
    for (let i = 0; i < size; i++) await kv.set(["a", "b", i], i);
    await kv.set(["a", "bb", 1], 1);
    await kv.set(["a", "b"], 1);
    await deleteAll(kv, ["a", "b"]);
    const rest = await Array.fromAsync(kv.list({ prefix: ["a"] }));
    assert.deepEqual(rest.map(({ key }) => key.join()), ["a,b", "a,bb,1"]);
  }
});

Deno.test("pageOf: every record once, newest first, page after page", () => {
  const all = ["a", "b", "c", "d", "e"].map((id) => ({ id }));
  const first = pageOf(all, { limit: 2 });
  assert.deepEqual(first.items.map(({ id }) => id), ["e", "d"]);
  assert.equal(first.next_cursor, "d");
  const second = pageOf(all, { limit: 2, cursor: "d" });
  assert.deepEqual(second.items.map(({ id }) => id), ["c", "b"]);
  const last = pageOf(all, { limit: 2, cursor: "b" });
  assert.deepEqual(last, { items: [{ id: "a" }], next_cursor: null });
  assert.deepEqual(pageOf([], { limit: 2 }), { items: [], next_cursor: null });
});
