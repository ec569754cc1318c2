import assert from "node:assert/strict";
import { addJob, beginJobs, requireTidy } from "../../tests/job_world.ts";
import { openDomain } from "../../tests/stores.ts";
import type { Job } from "../schemas/job.ts";
import { Lease } from "./lease.ts";
import { freeSlots } from "./ready.ts";
import type { JobKind } from "./kind.ts";
import { until } from "../../tests/until.ts";

Deno.test("jobs: limits an account's concurrent jobs, and no account waits for another", async () => {
  await using domain = await openDomain();
  const running = new Map<string, number>();
  let most = 0;
  const gates = new Set<() => void>();
  const run: JobKind["run"] = async ({ job }) => {
    const now = (running.get(job.account) ?? 0) + 1;
    running.set(job.account, now);
    most = Math.max(most, now);
    await new Promise<void>((go) => gates.add(go));
    running.set(job.account, (running.get(job.account) ?? 0) - 1);
  };
  await using one = beginJobs(domain, { run, each: 2, at_once: 3 });
  await using two = beginJobs(domain, { run, each: 2, at_once: 3 });
  for (let n = 0; n < 9; n++) await addJob(domain);
  await addJob(domain, { account: "tnt_2" });
  await Promise.all([one.wake(), two.wake()]);
  await Promise.all([one.wake(), two.wake()]);
  assert.deepEqual(Object.fromEntries(running), { tnt_1: 2, tnt_2: 1 });
  const end = Promise.all([one.idle(), two.idle()]);
  const areDone = async () =>
    (await Array.fromAsync(
      domain.kv.list<{ state: string }>({ prefix: ["jobs"] }),
    )).every(({ value }) => value.state === "done");
  await until(async () => {
    for (const go of gates) go();
    gates.clear();
    await Promise.all([one.wake(), two.wake()]);
    return await areDone();
  }, "all jobs are done");
  await end;
  assert.equal(most, 2);
  await requireTidy(domain);
});

Deno.test("jobs: two concurrent claims of one slot: one succeeds", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  await addJob(domain);
  await addJob(domain);
  const [place] = await freeSlots(app, "count", "tnt_1", 1);
  const jobs = await Array.fromAsync(kv.list<Job>({ prefix: ["jobs"] }));
  const claims = await Promise.all(
    jobs.map((entry) => Lease.claim(app, { entry, job: entry.value }, place)),
  );
  assert.equal(claims.filter((lease) => lease !== null).length, 1);
  assert.deepEqual(await freeSlots(app, "count", "tnt_1", 1), []);
});

Deno.test("jobs: many runners claim one job: one gets it", async () => {
  await using domain = await openDomain();
  let runs = 0;
  const run = () => Promise.resolve(void runs++);
  const runners = Array.from({ length: 5 }, () => beginJobs(domain, { run }));
  for (let n = 1; n <= 20; n++) {
    await addJob(domain);
    await Promise.all(runners.map((runner) => runner.idle()));
    assert.equal(runs, n);
  }
  await Promise.all(runners.map((runner) => runner.close()));
});
