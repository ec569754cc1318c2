// Also runs by itself, with the number of kills as its argument.
import assert from "node:assert/strict";
import { systemClock } from "../../lib/clock.ts";
import { enqueue } from "../../lib/jobs/jobs.ts";
import type { Job } from "../../lib/schemas/job.ts";
import { commit, delay } from "../../lib/store/commit.ts";
import { openStore } from "../../lib/store/open.ts";
import { EACH, STEPS } from "./job_worker.ts";
import { KvConnectServer } from "./server.ts";
import { until } from "../until.ts";

const SUBJECT = "twn_1";
const GENEROUS_MS = 60_000;

function startWorker(url: string): Deno.ChildProcess {
  const path = new URL("./job_worker.ts", import.meta.url).pathname;
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", path, url],
    stdout: "null",
    stderr: "inherit",
  }).spawn();
}

async function kill(worker: Deno.ChildProcess): Promise<void> {
  worker.kill("SIGKILL");
  await worker.status;
}

/**
 * Two processes run the jobs of one store; one is killed repeatedly while the store's answers get lost. Fails unless
 * each step of each job is done once, and each job ends once.
 */
export async function killJobWorkers(rounds: number): Promise<void> {
  await using server = new KvConnectServer();
  const store = await openStore(server.url);
  const { kv } = store;
  const workers = [startWorker(server.url), startWorker(server.url)];
  try {
    const ids = await addJobs(kv, rounds * 8);
    for (let round = 0; round < rounds; round++) {
      await untilRunning(kv);
      server.losing = 2;
      // Not always at the same point of a step.
      await delay(100 + 61 * (round % 5));
      const which = round % workers.length;
      await kill(workers[which]);
      await requireFew(kv);
      workers[which] = startWorker(server.url);
    }
    server.losing = 0;
    await untilDone(kv, ids.length);
    await requireOnce(kv, ids);
  } finally {
    await Promise.all(workers.map(kill));
    store.close();
  }
}

async function addJobs(kv: Deno.Kv, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const op = kv.atomic();
    ids.push(enqueue({ clock: systemClock() }, op, {
      kind: "steps",
      account: `tnt_${n % 3}`,
      subject: SUBJECT,
      input: null,
    }));
    await commit(op);
  }
  return ids;
}

function states(kv: Deno.Kv): Promise<Job[]> {
  const jobs = kv.list<Job>({ prefix: ["jobs", SUBJECT] });
  return Array.fromAsync(jobs, ({ value }) => value);
}

async function untilRunning(kv: Deno.Kv): Promise<void> {
  const isAny = (jobs: Job[], state: string) =>
    jobs.some((job) => job.state === state);
  await until(async () => {
    const jobs = await states(kv);
    return isAny(jobs, "running") || !isAny(jobs, "queued");
  }, "a job is begun");
}

/** No account exceeds its slots, whichever process was killed. */
async function requireFew(kv: Deno.Kv): Promise<void> {
  const running = (await states(kv)).filter((job) => job.state === "running");
  for (const jobs of Map.groupBy(running, (job) => job.account).values()) {
    assert.ok(jobs.length <= EACH, `${jobs.length} of one account`);
  }
}

async function untilDone(kv: Deno.Kv, count: number): Promise<void> {
  const ENDED = ["done", "failed"];
  await until(
    async () => {
      const jobs = await states(kv);
      return jobs.filter(({ state }) => ENDED.includes(state)).length === count;
    },
    "all jobs have ended",
    GENEROUS_MS,
  );
  const failed = (await states(kv)).filter(({ state }) => state === "failed");
  assert.deepEqual(failed, []);
}

async function requireOnce(kv: Deno.Kv, ids: string[]): Promise<void> {
  for (const id of ids) {
    const ends = await kv.get<Deno.KvU64>(["ends", id]);
    assert.equal(ends.value?.value, 1n, "the job ends once");
    for (let n = 0; n < STEPS; n++) {
      const step = await kv.get<Deno.KvU64>(["steps", id, n]);
      assert.equal(step.value?.value, 1n, `step ${n} is done once`);
    }
  }
  for (const place of ["jobs_ready", "jobs_later", "job_slots", "job_leases"]) {
    const left = await Array.fromAsync(kv.list({ prefix: [place] }));
    assert.deepEqual(left.map(({ key }) => key), []);
  }
}

if (import.meta.main) {
  await killJobWorkers(Number(Deno.args[0] ?? 15));
  Deno.exit(0);
}
