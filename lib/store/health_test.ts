import assert from "node:assert/strict";
import { HealthCheck } from "./health.ts";
import { keys } from "./keys.ts";
import { testClock } from "../../tests/stores.ts";

Deno.test("HealthCheck: true after a real write; calls within a second share one", async () => {
  using kv = await Deno.openKv(":memory:");
  const app = { kv, clock: testClock() };
  const health = new HealthCheck();
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => health.isHealthy(app)),
  );
  assert.ok(answers.every((answer) => answer));
  const { versionstamp } = await kv.get(keys.health());
  assert.ok(versionstamp);
  await health.isHealthy(app);
  assert.equal((await kv.get(keys.health())).versionstamp, versionstamp);
});

Deno.test("HealthCheck: false for a store that is closed", async () => {
  const kv = await Deno.openKv(":memory:");
  kv.close();
  assert.equal(
    await new HealthCheck().isHealthy({ kv, clock: testClock() }),
    false,
  );
});

Deno.test("HealthCheck: false for a store that does not answer", async () => {
  using kv = await Deno.openKv(":memory:");
  const stuck = new Proxy(kv, {
    get: (target, name) =>
      name === "get"
        ? () => new Promise(() => {})
        : Reflect.get(target, name).bind(target),
  });
  const app = { kv: stuck, clock: testClock() };
  assert.equal(await new HealthCheck(20).isHealthy(app), false);
});
