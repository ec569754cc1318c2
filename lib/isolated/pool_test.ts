import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { until, within } from "../../tests/until.ts";
import { startChild } from "./child.ts";
import { IsolatedPool } from "./pool.ts";
import type { Bounds } from "./runner.ts";
import { startWorker } from "./worker.ts";

const MODULE = new URL("../../tests/burning_task.ts", import.meta.url);
const ORPHANING = fileURLToPath(
  new URL("../../tests/orphaning_server.ts", import.meta.url),
);
const BOUNDS: Bounds = {
  ms: 10_000,
  memory: 300 * 2 ** 20,
  answer: 2 ** 20,
};
const task = (data: unknown, text = "") => ({
  data,
  bytes: new TextEncoder().encode(text),
});

function open(bounds: Partial<Bounds> = {}) {
  const pool = new IsolatedPool({
    module: MODULE,
    bounds: { ...BOUNDS, ...bounds },
    ...{ at_once: 2, max_waiting: 10, max_waiting_each: 4 },
    ...{ busy: "Busy.", busy_each: "Busy with yours." },
  });
  const ask = async (data: unknown, account = "a") =>
    (await pool.run(task(data), account)).data;
  return { pool, ask, [Symbol.dispose]: () => pool.close() };
}

function isAlive(pid: unknown): boolean {
  return new Deno.Command("ps", { args: ["-p", String(pid)] })
    .outputSync().success;
}

Deno.test("isolated: a task's data and bytes arrive whole", async () => {
  using opened = open();
  const { data, bytes } = await opened.pool.run(
    task({ a: ["ü", null] }, "x".repeat(500_000)),
    "a",
  );
  assert.deepEqual(data, { a: ["ü", null] });
  assert.equal(bytes.length, 500_000);
});

Deno.test("isolated: a task that takes too much time or memory is killed, and the next runs", async () => {
  for (
    const [what, why, bounds] of [
      ["burn", "time", { ms: 1_500 }],
      ["take memory", "memory", {}],
      ["fill the heap", "memory", {}],
      ["answer much", "memory", {}],
      ["exit", "broken", {}],
    ] as const
  ) {
    using opened = open(bounds);
    const pid = await opened.ask("pid");
    assert.ok(isAlive(pid));
    const ended = { name: "TaskEnded", why };
    await assert.rejects(within(opened.ask(what), "an end"), ended, what);
    assert.equal(isAlive(pid), false, what);
    assert.notEqual(await opened.ask("pid"), pid, what);
  }
});

Deno.test("isolated: no network, files, environment or subprocesses", async () => {
  using opened = open();
  for (const what of ["read", "write", "ask", "environment", "start"]) {
    await assert.rejects(opened.ask(what), { message: /NotCapable/ }, what);
  }
  await assert.rejects(opened.ask("throw"), { message: /Error: no/ });
});

Deno.test("isolated: an account has one slot, and no other account waits for it", async () => {
  using opened = open({ ms: 3_000 });
  const { pool, ask } = opened;
  const burning = assert.rejects(ask("burn"), { name: "TaskEnded" });
  const waiting = Array.from({ length: 4 }, () => ask("mine"));
  assert.throws(() => pool.run(task("mine"), "a"), {
    code: "unavailable",
    message: "Busy with yours.",
  });
  // Other accounts' tasks pass those waiting for their own slot.
  assert.equal(await Promise.race([...waiting, ask("other", "b")]), "other");
  await burning;
  assert.deepEqual(await Promise.all(waiting), Array(4).fill("mine"));
});

Deno.test("isolated: closing ends running and waiting tasks", async () => {
  const { pool, ask } = open();
  const pid = await ask("pid");
  const ends = [ask("burn"), ask("wait")].map((end) => assert.rejects(end));
  pool.close();
  await Promise.all(ends);
  assert.equal(isAlive(pid), false);
});

Deno.test("isolated: a worker takes over where no process can be started", async () => {
  const worker = startWorker(MODULE, { ...BOUNDS, ms: 2_000 });
  assert.deepEqual(await worker.ask(task({ a: 1 }, "x")), task({ a: 1 }, "x"));
  await assert.rejects(worker.ask(task("throw")), { message: /Error: no/ });
  assert.equal(worker.isHealthy(), false);
});

Deno.test("isolated: a released process ends", async () => {
  const child = startChild(MODULE, BOUNDS);
  const { data } = await child.ask(task("pid"));
  assert.ok(child.isHealthy());
  child.end();
  await child.ended;
  assert.equal(isAlive(data), false);
});

Deno.test("isolated: a process whose server vanishes during its start ends", async () => {
  const child = new Deno.Command(Deno.execPath(), {
    // No process has this id.
    args: ["run", "-A", "--quiet", fileURLToPath(MODULE), "1e9", "4194305"],
    stdin: "piped",
    stdout: "null",
  }).spawn();
  const { signal } = await child.status;
  await child.stdin.close().catch(() => {});
  assert.equal(signal, "SIGKILL");
});

Deno.test("isolated: a busy process ends when its server is killed", async () => {
  const server = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", ORPHANING],
    stdout: "piped",
  }).spawn();
  const { value } = await server.stdout.getReader().read();
  const pid = Number(new TextDecoder().decode(value));
  assert.ok(isAlive(pid));
  server.kill("SIGKILL");
  await server.status;
  await until(() => !isAlive(pid), "it computes no more", 10_000);
});
