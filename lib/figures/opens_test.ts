import assert from "node:assert/strict";
import { countEntries, failing, openDomain } from "../../tests/stores.ts";
import { DAY } from "../clock.ts";
import { StoreFailure } from "../store/breaker.ts";
import { sweep } from "../sweep.ts";
import { DIRECT, ELSEWHERE } from "../schemas/figures.ts";
import { countOpens, Opens } from "./opens.ts";

Deno.test("opens: by site over 30 days, most frequent first, then gone", async () => {
  await using domain = await openDomain();
  const { app, kv, clock } = domain;
  const { opens } = app;
  opens.note("twn_1", "b.example");
  opens.note("twn_2", "c.example");
  await opens.flush();
  clock.advance(DAY);
  opens.note("twn_1", "a.example");
  opens.note("twn_1", DIRECT);
  opens.note("twn_1", "a.example");
  await opens.flush();
  opens.note("twn_1", "a.example");
  await opens.flush();
  assert.deepEqual(await countOpens(kv, "twn_1", clock.now()), [
    { site: "a.example", count: 3 },
    { site: "b.example", count: 1 },
    { site: DIRECT, count: 1 },
  ]);
  clock.advance(29 * DAY);
  const later = await countOpens(kv, "twn_1", clock.now());
  assert.deepEqual(later.map(({ site }) => site), ["a.example", DIRECT]);
  clock.advance(6 * DAY);
  await sweep(app);
  assert.equal(await countEntries(kv, ["opens"]), 0);
});

Deno.test("opens: a day distinguishes at most 20 sites, whatever is sent, and counts all", async () => {
  await using domain = await openDomain();
  const { app: { opens }, kv, clock } = domain;
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 30; i++) opens.note("twn_1", `r${round}-${i}.example`);
    opens.note("twn_1", DIRECT);
    await opens.flush();
  }
  const counted = await countOpens(kv, "twn_1", clock.now());
  assert.equal(counted.reduce((n, { count }) => n + count, 0), 93);
  assert.ok(counted.length <= 22, `${counted.length}`);
  const of = (site: string) => counted.find((one) => one.site === site)?.count;
  assert.equal(of(DIRECT), 3);
  assert.ok((of(ELSEWHERE) ?? 0) >= 70);
});

Deno.test("Opens: a failed write affects no other twin, and what the store rejected is written later", async () => {
  await using domain = await openDomain();
  const { kv, clock } = domain;
  const errors = [new TypeError("Odd"), new StoreFailure("Away")];
  const opens = new Opens(failing(kv, errors), clock);
  for (const n of [1, 2, 3]) opens.note(`twn_${n}`, "a.example");
  await assert.rejects(opens.flush());
  opens.note("twn_2", "a.example");
  await opens.flush();
  const counts = await Promise.all(
    [1, 2, 3].map(async (n) =>
      (await countOpens(kv, `twn_${n}`, clock.now())).map(({ count }) => count)
    ),
  );
  assert.deepEqual(counts, [[], [2], [1]]);
  await opens.close();
});
