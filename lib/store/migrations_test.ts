import assert from "node:assert/strict";
import { ConfigError } from "../errors.ts";
import { delay } from "./commit.ts";
import { entryText } from "../../tests/stores.ts";
import { getMailStops } from "../mail/stops.ts";
import { keys } from "./keys.ts";
import { type Migration } from "./migration_steps.ts";
import { migrate } from "./migrations.ts";

/** Each of these adds its number to every entry, once. */
function step(n: number, slow_ms = 0): Migration {
  return async (kv, change) => {
    for await (const entry of kv.list<number[]>({ prefix: ["entries"] })) {
      if (entry.value.includes(n)) continue;
      if (slow_ms > 0) await delay(slow_ms);
      const value = [...entry.value, n];
      await change((op) => op.check(entry).set(entry.key, value));
    }
  };
}

async function oldStore(entries = 20) {
  const kv = await Deno.openKv(":memory:");
  for (let i = 0; i < entries; i++) await kv.set(["entries", i], []);
  const values = async () =>
    (await Array.fromAsync(kv.list<number[]>({ prefix: ["entries"] })))
      .map(({ value }) => value.join());
  return { kv, values, [Symbol.dispose]: () => kv.close() };
}

Deno.test("migrate: runs each step once, in order; an empty store is current", async () => {
  using store = await oldStore();
  const { kv, values } = store;
  await migrate(kv, { steps: [step(1), step(2)] });
  assert.deepEqual(new Set(await values()), new Set(["1,2"]));
  await migrate(kv, { steps: [step(1), step(2), step(3)] });
  assert.deepEqual(new Set(await values()), new Set(["1,2,3"]));
  assert.deepEqual((await kv.get(keys.schema())).value, { version: 3 });
  using empty = await oldStore(0);
  const never: Migration = () => Promise.reject(new Error("taken"));
  await migrate(empty.kv, { steps: [never] });
  assert.deepEqual((await empty.kv.get(keys.schema())).value, { version: 1 });
});

Deno.test("migrate: a store of a newer version is refused and left unchanged", async () => {
  using store = await oldStore();
  const { kv, values } = store;
  await kv.set(keys.schema(), { version: 7 });
  await assert.rejects(
    migrate(kv, { steps: [step(1)] }),
    (error) =>
      error instanceof ConfigError &&
      /newer Twincast.*Start the newer/.test(error.message),
  );
  assert.deepEqual(new Set(await values()), new Set([""]));
});

Deno.test("migrate: of several concurrent calls one migrates, the others wait", async () => {
  using store = await oldStore();
  const { kv, values } = store;
  const steps = [step(1, 2), step(2, 2)];
  await Promise.all([1, 2, 3].map(() => migrate(kv, { steps })));
  assert.deepEqual(new Set(await values()), new Set(["1,2"]));
});

Deno.test("migrate: an interrupted migration resumes after its lease expires; the former holder writes nothing more", async () => {
  using store = await oldStore();
  const { kv, values } = store;
  let now = 1_000_000;
  const stopped = Promise.withResolvers<void>();
  const go_on = Promise.withResolvers<void>();
  const late: boolean[] = [];
  const stuck: Migration = async (kv, change) => {
    const [first, second] = await Array.fromAsync(
      kv.list<number[]>({ prefix: ["entries"] }),
    );
    await change((op) => op.check(first).set(first.key, [1]));
    stopped.resolve();
    await go_on.promise;
    late.push(await change((op) => op.set(second.key, [99])));
  };
  const former = migrate(kv, { steps: [stuck], now: () => now });
  await stopped.promise;
  now += 61_000;
  await migrate(kv, { steps: [step(1)], now: () => now });
  go_on.resolve();
  await former;
  assert.deepEqual(late, []);
  assert.deepEqual(new Set(await values()), new Set(["1"]));
});

Deno.test("migrations: work due for a twin's content becomes jobs of its team", async () => {
  using kv = await Deno.openKv(":memory:");
  await kv.set(keys.schema(), { version: 2 });
  await kv.set(keys.twin("twn_1"), { id: "twn_1", tenant_id: "tnt_1" });
  for (const id of ["twn_1", "twn_gone"]) {
    await kv.set(["content_due", id], "revision");
    await kv.set(["content_leases", id], { until_ms: 0, failures: 1 });
  }
  await migrate(kv);
  const left = await Array.fromAsync(kv.list({ prefix: [] }));
  assert.deepEqual(
    left.map(({ key }) => key).filter(([first]) => first !== "schema"),
    [
      ["jobs_ready", "embeddings", "tnt_1", "job_embeddings_twn_1"],
      ["jobs_ready", "questions", "tnt_1", "job_questions_twn_1"],
      ["quotes_since"],
      ["twins", "twn_1"],
    ],
  );
});

Deno.test("migrations: a stopped address is no longer named by its record or its sweep entry", async () => {
  using kv = await Deno.openKv(":memory:");
  await kv.set(keys.schema(), { version: 5 });
  const at = "2026-11-26T12:00:00.000Z";
  const email = "Ada@example.com";
  const stop = { reason: "bounce", at, said: `550 <${email}> unknown` };
  await kv.set(["mail_stops", email], stop);
  await kv.set(["expiries", 1, "delete", "mail_stops", email], null);
  await kv.set(["expiries", 1, "delete", "letters", "ltr_1"], null);
  await migrate(kv);
  const left = await Array.fromAsync(kv.list({ prefix: [] }));
  assert.ok(!left.some((entry) => /ada@/i.test(entryText(entry))));
  const app = { kv };
  assert.deepEqual(
    (await getMailStops(app, ["ada@example.com"])).get("ada@example.com"),
    { ...stop, said: "550 <this address> unknown" },
  );
  const notes = await Array.fromAsync(kv.list({ prefix: keys.expiries() }));
  assert.deepEqual(notes.map(({ key }) => key[3]), ["letters", "mail_stops"]);
});
