import assert from "node:assert/strict";
import { MINUTE, SECOND } from "../clock.ts";
import { AppError } from "../errors.ts";
import { commit, commitWithRetry } from "../store/commit.ts";
import {
  addJob,
  beginJobs,
  counted,
  gate,
  requireTidy,
} from "../../tests/job_world.ts";
import { countEntries, type Domain, openDomain } from "../../tests/stores.ts";
import { cancelJob, request } from "./jobs.ts";
import type { Lease } from "./lease.ts";
import { listJobs } from "./views.ts";
import { until } from "../../tests/until.ts";

async function ask({ kv }: Domain, subject = "twn_1") {
  const op = kv.atomic();
  request(op, { kind: "count", account: "tnt_1", subject });
  assert.ok((await commit(op)).ok);
}

const views = async ({ kv }: Domain) =>
  (await listJobs(kv, "twn_1", { limit: 10 })).items;

Deno.test("standing jobs: many requests lead to one run; requests during a run lead to one more", async () => {
  await using domain = await openDomain();
  const held = gate();
  let runs = 0;
  const from: unknown[] = [];
  await using runner = beginJobs(domain, {
    async run(lease) {
      runs++;
      from.push(lease.progress);
      await lease.step(counted(7));
      await held.pass(lease);
    },
  }, held);
  for (let n = 0; n < 20; n++) await ask(domain);
  await runner.wake();
  await held.reached;
  assert.equal(runs, 1);
  await ask(domain);
  await ask(domain);
  await runner.wake();
  assert.equal(runs, 1, "it does not run beside itself");
  held.go();
  await runner.idle();
  assert.equal(runs, 2);
  assert.deepEqual(from, [null, null], "each begins anew");
  const [view, ...others] = await views(domain);
  assert.deepEqual([view.state, others], ["done", []]);
  await requireTidy(domain);
});

Deno.test("standing jobs: one that waits for a retry holds up none of the account's others, and starts afresh after its last try", async () => {
  await using domain = await openDomain();
  const { clock, kv } = domain;
  const runs: string[] = [];
  await using runner = beginJobs(domain, {
    each: 1,
    retry_ms: [MINUTE],
    run({ job }) {
      runs.push(job.subject);
      return job.subject === "twn_1"
        ? Promise.reject(new AppError("unavailable", "No answer."))
        : Promise.resolve();
    },
  });
  await ask(domain);
  await runner.idle();
  await ask(domain);
  for (let n = 0; n < 60; n++) await addJob(domain, { subject: "twn_2" });
  await runner.idle();
  assert.equal(runs.length, 61);
  assert.equal(await countEntries(kv, ["jobs_ready"]), 0);
  clock.advance(MINUTE);
  await runner.idle();
  assert.equal((await views(domain))[0].state, "failed");
  await ask(domain);
  await runner.idle();
  const [again] = await views(domain);
  assert.deepEqual([again.state, runs.length], ["queued", 63]);
});

Deno.test("standing jobs: a run commits nothing once another run of the same job has begun", async () => {
  await using domain = await openDomain();
  const { app, kv, clock } = domain;
  const leases: Lease[] = [];
  const held = gate();
  await using runner = beginJobs(domain, {
    async run(lease) {
      leases.push(lease);
      if (leases.length === 1) await held.pass(lease);
    },
  }, held);
  await ask(domain);
  await runner.wake();
  const first = await held.reached;
  await commitWithRetry(
    kv,
    (op) => cancelJob(app, op, "twn_1", first.job.id),
  );
  await ask(domain);
  clock.advance(SECOND);
  await runner.wake();
  await until(async () => {
    await runner.wake();
    return leases.length === 2;
  }, "its second run");
  const late = kv.atomic().set(["late"], true);
  first.guard(late);
  assert.equal((await commit(late)).ok, false);
  assert.ok(leases[1].job.fence > first.job.fence);
});
