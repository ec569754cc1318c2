import assert from "node:assert/strict";
import { DAY, MINUTE, SECOND } from "../clock.ts";
import { AppError } from "../errors.ts";
import { commitWithRetry } from "../store/commit.ts";
import {
  addJob,
  beginJobs,
  counted,
  KIND,
  requireTidy,
  viewJob,
} from "../../tests/job_world.ts";
import { countEntries, openDomain } from "../../tests/stores.ts";
import { sweep } from "../sweep.ts";
import { retryJob } from "./jobs.ts";
import { JobRunner } from "./runner.ts";
import type { JobKind } from "./kind.ts";

Deno.test("jobs: one runs, ends with its last commit, and is swept later", async () => {
  await using domain = await openDomain();
  await using runner = beginJobs(domain, {
    async run(lease) {
      assert.deepEqual(lease.job.input, { n: 3 });
      for (let n = 1; n <= 3; n++) {
        await lease.step(counted(n), (op) => void op.set(["made", n], n));
      }
      return (op) => void op.set(["ended"], true);
    },
  });
  const id = await addJob(domain, { input: { n: 3 } });
  assert.equal((await viewJob(domain, id)).state, "queued");
  await runner.idle();
  const { state, progress, problems } = await viewJob(domain, id);
  assert.deepEqual([state, progress.done, problems], ["done", 3, []]);
  assert.equal(await countEntries(domain.kv, ["made"]), 3);
  assert.equal((await domain.kv.get(["ended"])).value, true);
  await requireTidy(domain);
  domain.clock.advance(15 * DAY);
  await sweep(domain.app);
  assert.equal(await countEntries(domain.kv, ["jobs"]), 0);
  assert.equal(await countEntries(domain.kv, ["job_progress"]), 0);
});

Deno.test("jobs: a job waits until it is due", async () => {
  await using domain = await openDomain();
  let runs = 0;
  await using runner = beginJobs(domain, {
    run: () => Promise.resolve(void runs++),
  });
  await addJob(domain, { at_ms: domain.clock.now() + MINUTE });
  await runner.idle();
  assert.equal(runs, 0);
  domain.clock.advance(MINUTE);
  await runner.idle();
  assert.equal(runs, 1);
});

Deno.test("jobs: a failing job is retried after each pause, then fails; it can be retried by hand", async () => {
  await using domain = await openDomain();
  const { clock, kv, app } = domain;
  const runs: number[] = [];
  let broken = true;
  await using runner = beginJobs(domain, {
    retry_ms: [5 * SECOND, MINUTE],
    run() {
      runs.push(clock.now());
      if (!broken) return Promise.resolve();
      return Promise.reject(new AppError("unavailable", "No answer."));
    },
  });
  const start = clock.now();
  const id = await addJob(domain);
  for (let s = 0; s < 120; s++) {
    await runner.idle();
    clock.advance(SECOND);
  }
  assert.deepEqual(runs.map((at) => at - start), [0, 5_000, 65_000]);
  const failed = await viewJob(domain, id);
  assert.equal(failed.state, "failed");
  assert.deepEqual(failed.problems, [{
    what: "The last try",
    detail: "No answer.",
  }]);
  await requireTidy(domain);
  broken = false;
  await commitWithRetry(kv, (op) => retryJob(app, op, "twn_1", id));
  await runner.idle();
  const done = await viewJob(domain, id);
  assert.deepEqual([done.state, done.problems], ["done", []]);
});

Deno.test("jobs: a job told when to retry does not run earlier", async () => {
  await using domain = await openDomain();
  const { clock } = domain;
  const runs: number[] = [];
  await using runner = beginJobs(domain, {
    retry_ms: [SECOND],
    run() {
      runs.push(clock.now());
      return Promise.reject(
        new AppError("rate_limited", "Later.", { retry_after_s: 90 }),
      );
    },
  });
  const start = clock.now();
  await addJob(domain);
  for (let s = 0; s < 120; s++) {
    await runner.idle();
    clock.advance(SECOND);
  }
  assert.deepEqual(runs.map((at) => at - start), [0, 90_000]);
});

Deno.test("jobs: a final error is not retried, an unknown one not shown", async () => {
  await using domain = await openDomain();
  await using runner = beginJobs(domain, {
    retry_ms: [SECOND],
    isFinal: () => true,
    run: () => Promise.reject(new Error("secret of ours")),
  });
  const id = await addJob(domain);
  await runner.idle();
  const { state, problems } = await viewJob(domain, id);
  assert.equal(state, "failed");
  assert.doesNotMatch(problems[0].detail, /secret/);
});

Deno.test("jobs: an idle round costs two reads and no commit, however many kinds there are", async () => {
  await using domain = await openDomain();
  let lists = 0;
  const kv = new Proxy(domain.kv, {
    get(target, name) {
      if (name === "list") lists++;
      else assert.notEqual(name, "atomic");
      const member = Reflect.get(target, name);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
  const runner = new JobRunner();
  const kind: JobKind = { ...KIND, run: () => Promise.resolve() };
  const kinds = Object.fromEntries(
    Array.from({ length: 12 }, (_, n) => [`kind${n}`, kind]),
  );
  runner.begin({ ...domain.app, kv }, kinds, 0);
  await runner.wake();
  assert.equal(lists, 2);
  await runner.close();
});
