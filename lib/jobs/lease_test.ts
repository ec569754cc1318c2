import assert from "node:assert/strict";
import { SECOND } from "../clock.ts";
import { AppError } from "../errors.ts";
import { commit, commitWithRetry } from "../store/commit.ts";
import {
  addJob,
  beginJobs,
  counted,
  gate,
  requireTidy,
  viewJob,
} from "../../tests/job_world.ts";
import { openDomain } from "../../tests/stores.ts";
import { cancelJob } from "./jobs.ts";
import { LEASE_MS, LeaseLost } from "./lease.ts";
import type { JobRunner } from "./runner.ts";
import type { JobKind } from "./kind.ts";
import { until } from "../../tests/until.ts";

Deno.test("jobs: a run presumed dead commits nothing more, and another continues where it stopped", async () => {
  await using domain = await openDomain();
  const { clock, kv } = domain;
  const held = gate();
  let late: unknown;
  await using first = beginJobs(domain, {
    async run(lease) {
      await lease.step(counted(1), (op) => void op.set(["made", 1], "first"));
      await held.pass(lease);
      try {
        await lease.step(
          counted(2),
          (op) => void op.set(["made", 2], "late"),
        );
      } catch (error) {
        late = error;
        throw error;
      }
    },
  }, held);
  let from: unknown;
  await using second = beginJobs(domain, {
    async run(lease) {
      from = lease.progress?.memo;
      await lease.step(counted(2), (op) => void op.set(["made", 2], "new"));
    },
  });
  const id = await addJob(domain);
  await first.wake();
  await held.reached;
  clock.advance(LEASE_MS - 1);
  await second.idle();
  assert.equal(from, undefined);
  clock.advance(1);
  await second.idle();
  assert.equal(from, 1);
  held.go();
  await first.idle();
  assert.ok(late instanceof LeaseLost);
  assert.equal((await kv.get(["made", 2])).value, "new");
  assert.equal((await viewJob(domain, id)).state, "done");
  await requireTidy(domain);
});

Deno.test("jobs: a guarded commit fails after the lease, but never because of a renewal", async () => {
  await using domain = await openDomain();
  const { clock, kv, app } = domain;
  const held = gate();
  await using runner = beginJobs(domain, { run: held.pass }, held);
  const id = await addJob(domain);
  await runner.wake();
  const lease = await held.reached;
  const op = kv.atomic().set(["made", 1], 1);
  lease.guard(op, counted(1));
  clock.advance(LEASE_MS / 2);
  await runner.wake();
  assert.ok((await commit(op)).ok);
  clock.advance(LEASE_MS / 2 + 1);
  await runner.wake();
  assert.equal((await viewJob(domain, id)).state, "running");
  await commitWithRetry(kv, (op) => cancelJob(app, op, "twn_1", id));
  const late = kv.atomic().set(["made", 2], 2);
  lease.guard(late);
  assert.equal((await commit(late)).ok, false);
  held.go();
  await runner.idle();
  assert.equal((await viewJob(domain, id)).state, "cancelled");
  await requireTidy(domain);
});

Deno.test("jobs: a closing runner hands back its jobs without using up a try", async () => {
  await using domain = await openDomain();
  const run: JobKind["run"] = async ({ signal }) => {
    await new Promise((_, reject) =>
      signal.addEventListener("abort", () => reject(signal.reason))
    );
  };
  const id = await addJob(domain);
  for (let n = 0; n < 5; n++) {
    const runner = beginJobs(domain, { run });
    await runner.wake();
    assert.equal((await viewJob(domain, id)).state, "running");
    await runner.close();
    assert.equal((await viewJob(domain, id)).state, "queued");
  }
  await using last = beginJobs(domain, {
    retry_ms: [SECOND],
    run: () => Promise.reject(new AppError("unavailable", "No answer.")),
  });
  await last.idle();
  assert.equal(
    (await viewJob(domain, id)).state,
    "queued",
    "its first failure",
  );
});

Deno.test("jobs: a process that ends uses up none of a job's tries", async () => {
  await using domain = await openDomain();
  const held = gate();
  const dead: JobRunner[] = [];
  const id = await addJob(domain);
  let runs = 0;
  const run: JobKind["run"] = async (lease) => {
    runs++;
    await held.pass(lease);
  };
  await until(async () => {
    const runner = beginJobs(domain, { run });
    dead.push(runner);
    await runner.wake();
    domain.clock.advance(LEASE_MS + 1);
    return runs === 8;
  }, "eight runs");
  {
    await using last = beginJobs(domain, {
      retry_ms: [SECOND],
      run: () => Promise.reject(new AppError("unavailable", "No answer.")),
    });
    await last.idle();
    domain.clock.advance(LEASE_MS + 1);
    await last.idle();
  }
  assert.match((await viewJob(domain, id)).problems[0].detail, /No answer/);
  assert.equal((await viewJob(domain, id)).state, "queued");
  domain.clock.advance(SECOND + 1);
  await using next = beginJobs(domain, { run: () => Promise.resolve() });
  await next.idle();
  assert.equal((await viewJob(domain, id)).state, "done");
  held.go();
  for (const runner of dead) await runner.close();
});

Deno.test("jobs: a job that crashes every process is retried at once only a few times, and fails eventually", async () => {
  await using domain = await openDomain();
  const held = gate();
  const begun: number[] = [];
  const run: JobKind["run"] = async (lease) => {
    begun.push(domain.clock.now());
    await held.pass(lease);
  };
  const dead: JobRunner[] = [];
  const id = await addJob(domain);
  await until(async () => {
    if ((await viewJob(domain, id)).state === "failed") return true;
    const runner = beginJobs(domain, { run });
    dead.push(runner);
    await runner.wake();
    domain.clock.advance(LEASE_MS + 1);
    return false;
  }, "the job has failed");
  const pauses = begun.slice(1).map((at, n) => at - begun[n] - LEASE_MS - 1);
  assert.equal(begun.length, 20);
  assert.deepEqual(pauses.slice(0, 3), [0, 0, 0]);
  assert.ok(pauses.slice(3).every((pause) => pause >= SECOND), String(pauses));
  assert.ok(Math.min(...pauses.slice(-5)) >= 600 * SECOND, String(pauses));
  held.go();
  for (const runner of dead) await runner.close();
  assert.match((await viewJob(domain, id)).problems[0].detail, /stopped/);
});
