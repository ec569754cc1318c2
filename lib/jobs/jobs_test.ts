import assert from "node:assert/strict";
import { DAY, MINUTE, SECOND } from "../clock.ts";
import { AppError } from "../errors.ts";
import type { Job } from "../schemas/job.ts";
import { commit, commitWithRetry } from "../store/commit.ts";
import { countEntries, type Domain, openDomain } from "../../tests/stores.ts";
import { sweep } from "../sweep.ts";
import { cancelJob, enqueue, getJob, type NewJob, retryJob } from "./jobs.ts";
import { Lease, LEASE_MS, LeaseLost, type Progress } from "./lease.ts";
import { freeSlots } from "./ready.ts";
import { type JobKind, JobRunner } from "./runner.ts";

const NEW: NewJob = {
  kind: "count",
  account: "tnt_1",
  subject: "twn_1",
  input: null,
};
const KIND: Omit<JobKind, "run"> = { retry_ms: [], at_once: 8, each: 8 };

/** How far a job is that counts so far. */
function counted(done: number): Progress {
  return { done, total: null, note: "", problems: [], memo: done };
}

async function add(domain: Domain, job: Partial<NewJob> = {}): Promise<string> {
  const op = domain.kv.atomic();
  const id = enqueue(domain.app, op, { ...NEW, ...job });
  assert.ok((await commit(op)).ok);
  return id;
}

/** A runner that looks for jobs when it is told to. What its jobs wait for is opened before it is closed. */
function begin(
  domain: Domain,
  kind: Partial<JobKind> & Pick<JobKind, "run">,
  held?: Gate,
) {
  const runner = new JobRunner();
  runner.begin(domain.app, { count: { ...KIND, ...kind } }, 0);
  return Object.assign(runner, {
    async [Symbol.asyncDispose]() {
      held?.go();
      await runner.close();
    },
  });
}

const view = ({ kv }: Domain, id: string) => getJob(kv, "twn_1", id);

/** Nothing of a job is left but its record, its progress and the sweep's note. */
async function requireTidy({ kv }: Domain) {
  for (const kind of ["ready", "later"]) {
    assert.equal(await countEntries(kv, [`jobs_${kind}`]), 0, kind);
  }
  assert.equal(await countEntries(kv, ["job_slots"]), 0);
  assert.equal(await countEntries(kv, ["job_leases"]), 0);
}

type Gate = ReturnType<typeof gate>;

/** Holds a run until it is told to go on. */
function gate() {
  const reached = Promise.withResolvers<Lease>();
  const go = Promise.withResolvers<void>();
  const pass = async (lease: Lease) => {
    reached.resolve(lease);
    await go.promise;
  };
  return { reached: reached.promise, go: go.resolve, pass };
}

Deno.test("jobs: one is run, ends with its last commit, and is swept in time", async () => {
  await using domain = await openDomain();
  await using runner = begin(domain, {
    async run(lease) {
      assert.deepEqual(lease.job.input, { n: 3 });
      for (let n = 1; n <= 3; n++) {
        await lease.commit(counted(n), (op) => void op.set(["made", n], n));
      }
      return (op) => void op.set(["ended"], true);
    },
  });
  const id = await add(domain, { input: { n: 3 } });
  assert.equal((await view(domain, id)).state, "queued");
  await runner.idle();
  const { state, progress, problems } = await view(domain, id);
  assert.deepEqual([state, progress.done, problems], ["done", 3, []]);
  assert.equal(await countEntries(domain.kv, ["made"]), 3);
  assert.equal((await domain.kv.get(["ended"])).value, true);
  await requireTidy(domain);
  domain.clock.advance(15 * DAY);
  await sweep(domain.app);
  assert.equal(await countEntries(domain.kv, ["jobs"]), 0);
  assert.equal(await countEntries(domain.kv, ["job_progress"]), 0);
});

Deno.test("jobs: what is not due yet waits", async () => {
  await using domain = await openDomain();
  let runs = 0;
  await using runner = begin(domain, {
    run: () => Promise.resolve(void runs++),
  });
  await add(domain, { at_ms: domain.clock.now() + MINUTE });
  await runner.idle();
  assert.equal(runs, 0);
  domain.clock.advance(MINUTE);
  await runner.idle();
  assert.equal(runs, 1);
});

Deno.test("jobs: a failing one is tried again after each wait, then has failed; by hand it goes on", async () => {
  await using domain = await openDomain();
  const { clock, kv, app } = domain;
  const runs: number[] = [];
  let broken = true;
  await using runner = begin(domain, {
    retry_ms: [5 * SECOND, MINUTE],
    run() {
      runs.push(clock.now());
      if (!broken) return Promise.resolve();
      return Promise.reject(new AppError("unavailable", "No answer."));
    },
  });
  const start = clock.now();
  const id = await add(domain);
  for (let s = 0; s < 120; s++) {
    await runner.idle();
    clock.advance(SECOND);
  }
  assert.deepEqual(runs.map((at) => at - start), [0, 5_000, 65_000]);
  const failed = await view(domain, id);
  assert.equal(failed.state, "failed");
  assert.deepEqual(failed.problems, [{
    what: "The last try",
    detail: "No answer.",
  }]);
  await requireTidy(domain);
  broken = false;
  await commitWithRetry(kv, (op) => retryJob(app, op, "twn_1", id));
  await runner.idle();
  const done = await view(domain, id);
  assert.deepEqual([done.state, done.problems], ["done", []]);
});

Deno.test("jobs: an error that is final is not tried again, an unknown one is not told", async () => {
  await using domain = await openDomain();
  await using runner = begin(domain, {
    retry_ms: [SECOND],
    isFinal: () => true,
    run: () => Promise.reject(new Error("secret of ours")),
  });
  const id = await add(domain);
  await runner.idle();
  const { state, problems } = await view(domain, id);
  assert.equal(state, "failed");
  assert.doesNotMatch(problems[0].detail, /secret/);
});

Deno.test("jobs: at most so many of an account at once, and no account waits for another", async () => {
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
  await using one = begin(domain, { run, each: 2, at_once: 3 });
  await using two = begin(domain, { run, each: 2, at_once: 3 });
  for (let n = 0; n < 9; n++) await add(domain);
  await add(domain, { account: "tnt_2" });
  await Promise.all([one.wake(), two.wake()]);
  await Promise.all([one.wake(), two.wake()]);
  assert.deepEqual(Object.fromEntries(running), { tnt_1: 2, tnt_2: 1 });
  const end = Promise.all([one.idle(), two.idle()]);
  const states = async () =>
    (await Array.fromAsync(
      domain.kv.list<{ state: string }>({ prefix: ["jobs"] }),
    )).every(({ value }) => value.state === "done");
  while (!await states()) {
    for (const go of gates) go();
    gates.clear();
    await Promise.all([one.wake(), two.wake()]);
  }
  await end;
  assert.equal(most, 2);
  await requireTidy(domain);
});

Deno.test("jobs: two that reach for one place of an account at once: one has it", async () => {
  await using domain = await openDomain();
  const { app, kv } = domain;
  await add(domain);
  await add(domain);
  const [place] = await freeSlots(app, "count", "tnt_1", 1);
  const jobs = await Array.fromAsync(kv.list<Job>({ prefix: ["jobs"] }));
  const claims = await Promise.all(
    jobs.map((job) => Lease.claim(app, job, place)),
  );
  assert.equal(claims.filter((lease) => lease !== null).length, 1);
  assert.deepEqual(await freeSlots(app, "count", "tnt_1", 1), []);
});

Deno.test("jobs: of many runners that reach for one job, one has it", async () => {
  await using domain = await openDomain();
  let runs = 0;
  const run = () => Promise.resolve(void runs++);
  const runners = Array.from({ length: 5 }, () => begin(domain, { run }));
  for (let n = 1; n <= 20; n++) {
    await add(domain);
    await Promise.all(runners.map((runner) => runner.idle()));
    assert.equal(runs, n);
  }
  await Promise.all(runners.map((runner) => runner.close()));
});

Deno.test("jobs: a run that is taken for dead commits nothing any more, and another goes on where it was", async () => {
  await using domain = await openDomain();
  const { clock, kv } = domain;
  const held = gate();
  let late: unknown;
  await using first = begin(domain, {
    async run(lease) {
      await lease.commit(counted(1), (op) => void op.set(["made", 1], "first"));
      await held.pass(lease);
      try {
        await lease.commit(
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
  await using second = begin(domain, {
    async run(lease) {
      from = lease.progress?.memo;
      await lease.commit(counted(2), (op) => void op.set(["made", 2], "new"));
    },
  });
  const id = await add(domain);
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
  assert.equal((await view(domain, id)).state, "done");
  await requireTidy(domain);
});

Deno.test("jobs: a guarded commit of another function is refused after the lease, and beaten by no renewal", async () => {
  await using domain = await openDomain();
  const { clock, kv, app } = domain;
  const held = gate();
  await using runner = begin(domain, { run: held.pass }, held);
  const id = await add(domain);
  await runner.wake();
  const lease = await held.reached;
  const op = kv.atomic().set(["made", 1], 1);
  lease.guard(op, counted(1));
  clock.advance(LEASE_MS / 2);
  await runner.wake();
  assert.ok((await commit(op)).ok);
  clock.advance(LEASE_MS / 2 + 1);
  await runner.wake();
  assert.equal((await view(domain, id)).state, "running");
  await commitWithRetry(kv, (op) => cancelJob(app, op, "twn_1", id));
  const late = kv.atomic().set(["made", 2], 2);
  lease.guard(late);
  assert.equal((await commit(late)).ok, false);
  held.go();
  await runner.idle();
  assert.equal((await view(domain, id)).state, "cancelled");
  await requireTidy(domain);
});

Deno.test("jobs: a runner that closes gives back what it runs, and that counts as no try", async () => {
  await using domain = await openDomain();
  const run: JobKind["run"] = async ({ signal }) => {
    await new Promise((_, reject) =>
      signal.addEventListener("abort", () => reject(signal.reason))
    );
  };
  const id = await add(domain);
  for (let n = 0; n < 5; n++) {
    const runner = begin(domain, { run });
    await runner.wake();
    assert.equal((await view(domain, id)).state, "running");
    await runner.close();
    assert.equal((await view(domain, id)).state, "queued");
  }
  await using last = begin(domain, {
    retry_ms: [SECOND],
    run: () => Promise.reject(new AppError("unavailable", "No answer.")),
  });
  await last.idle();
  assert.equal((await view(domain, id)).state, "queued", "its first failure");
});

Deno.test("jobs: one that ends every process that runs it has failed in the end", async () => {
  await using domain = await openDomain();
  const held = gate();
  let runs = 0;
  const run: JobKind["run"] = async (lease) => {
    runs++;
    await held.pass(lease);
  };
  const dead: JobRunner[] = [];
  const id = await add(domain);
  while ((await view(domain, id)).state !== "failed") {
    const runner = begin(domain, { run });
    dead.push(runner);
    await runner.wake();
    domain.clock.advance(LEASE_MS + 1);
  }
  assert.equal(runs, 5);
  held.go();
  for (const runner of dead) await runner.close();
  assert.match((await view(domain, id)).problems[0].detail, /stopped/);
});
