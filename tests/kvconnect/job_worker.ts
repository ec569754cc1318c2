// One of several processes that run the jobs of one store until killed. Its clock runs ten times as fast.
import { readConfig } from "../../lib/config/config.ts";
import type { Lease } from "../../lib/jobs/lease.ts";
import { JobRunner } from "../../lib/jobs/runner.ts";
import { delay } from "../../lib/store/commit.ts";
import { openStore } from "../../lib/store/open.ts";

export const STEPS = 8;
/** Concurrent jobs of one account, over all processes. */
export const EACH = 2;
const TIMES_AS_FAST = 10;

const started_at = Date.now();
const now = () => started_at + (Date.now() - started_at) * TIMES_AS_FAST;

/** Counts each step in the store, in the commit that advances to the next. */
async function run(lease: Lease) {
  const { id } = lease.job;
  for (let done = lease.progress?.done ?? 0; done < STEPS; done++) {
    lease.signal.throwIfAborted();
    await lease.step(
      { done: done + 1, total: STEPS, note: "", problems: [] },
      (op) => void op.sum(["steps", id, done], 1n),
    );
    await delay(40);
  }
  return (op: Deno.AtomicOperation) => void op.sum(["ends", id], 1n);
}

if (import.meta.main) {
  const { kv } = await openStore(Deno.args[0]);
  const clock = { now, steady: now };
  new JobRunner().begin(
    { config: readConfig({}), kv, clock, log: () => {} },
    { steps: { run, retry_ms: [1_000, 1_000, 1_000], at_once: 4, each: EACH } },
    100,
  );
}
