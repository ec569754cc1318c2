import assert from "node:assert/strict";
import { enqueue, type NewJob } from "../lib/jobs/jobs.ts";
import type { Lease, Progress } from "../lib/jobs/lease.ts";
import { JobRunner } from "../lib/jobs/runner.ts";
import type { JobKind } from "../lib/jobs/kind.ts";
import { getJob } from "../lib/jobs/views.ts";
import { commit } from "../lib/store/commit.ts";
import { countEntries, type Domain } from "./stores.ts";

const NEW: NewJob = {
  kind: "count",
  account: "tnt_1",
  subject: "twn_1",
  input: null,
};
export const KIND: Omit<JobKind, "run"> = { retry_ms: [], at_once: 8, each: 8 };

/** The progress of a job that has counted this far. */
export function counted(done: number): Progress {
  return { done, total: null, note: "", problems: [], memo: done };
}

export async function addJob(
  domain: Domain,
  job: Partial<NewJob> = {},
): Promise<string> {
  const op = domain.kv.atomic();
  const id = enqueue(domain.app, op, { ...NEW, ...job });
  assert.ok((await commit(op)).ok);
  return id;
}

/** A runner that looks for jobs when told to. It releases what its jobs wait for before it closes. */
export function beginJobs(
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

export const viewJob = ({ kv }: Domain, id: string) => getJob(kv, "twn_1", id);

/** All that is left of a job is its record, its progress and its sweep entry. */
export async function requireTidy({ kv }: Domain) {
  for (const kind of ["ready", "later"]) {
    assert.equal(await countEntries(kv, [`jobs_${kind}`]), 0, kind);
  }
  assert.equal(await countEntries(kv, ["job_slots"]), 0);
  assert.equal(await countEntries(kv, ["job_leases"]), 0);
}

export type Gate = ReturnType<typeof gate>;

/** Holds a run until released. */
export function gate() {
  const reached = Promise.withResolvers<Lease>();
  const go = Promise.withResolvers<void>();
  const pass = async (lease: Lease) => {
    reached.resolve(lease);
    await go.promise;
  };
  return { reached: reached.promise, go: go.resolve, pass };
}
