import type { Context } from "../context.ts";
import { DAY, iso, SECOND } from "../clock.ts";
import type { Job, StoredProgress } from "../schemas/job.ts";
import type { Changes } from "../store/changes.ts";
import { commit, commitWithRetry } from "../store/commit.ts";
import { keys } from "../store/keys.ts";
import { endJob, freeSlot, isLive, replaceJob, type Slot } from "./jobs.ts";

/** A run that has not renewed its lease for this long is considered dead. */
export const LEASE_MS = 30 * SECOND;
/** A job that keeps failing, though with some progress each time, fails for good after this long. */
const LONGEST_MS = 3 * DAY;

type Deps = Pick<Context, "kv" | "clock">;

/** A ready job and its stored entry: an earlier run's end if a standing job starts again, or nothing. */
export type ReadyJob = { job: Job; entry: Deno.KvEntryMaybe<Job> };

/** A free slot of an account, with its last holder. */
export type FreeSlot = { slot: number; held: Deno.KvEntryMaybe<Slot> };

/** The progress that a run stores. */
export type Progress = Omit<StoredProgress, "fence">;

/** The job now belongs to another run, was cancelled, or was deleted with its subject. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}

/** One run of a job: the right to commit on its behalf, as long as no other run has it. */
export class Lease {
  #stop = new AbortController();
  #until_ms: number;

  private constructor(
    private app: Deps,
    readonly job: Job,
    /** The progress stored by earlier runs; null before the first. */
    readonly progress: StoredProgress | null,
    private versionstamp: string,
  ) {
    this.#until_ms = job.at_ms ?? 0;
  }

  /** Claims a ready job and a free slot for it. Null if another process was faster. */
  static async claim(
    app: Deps,
    { entry, job: value }: ReadyJob,
    { slot, held }: FreeSlot,
  ): Promise<Lease | null> {
    const now = app.clock.now();
    const until_ms = now + LEASE_MS;
    const job: Job = {
      ...value,
      ...{ state: "running", at_ms: until_ms, slot },
      fence: value.fence + 1,
      attempts: value.attempts + 1,
      started_at: value.started_at ?? iso(now),
    };
    const op = app.kv.atomic().check(held)
      .set(held.key, { job_id: job.id, until_ms } satisfies Slot)
      .set(keys.jobLease(job.id), job.fence)
      // This run sees everything the standing job was requested for until now.
      .delete(keys.jobReady(job.kind, job.account, job.id));
    if (entry.value && !isLive(entry.value)) {
      op.delete(keys.jobProgress(job.id));
    }
    replaceJob(op, entry, job);
    const done = await commit(op);
    if (!done.ok) return null;
    const made = await app.kv.get<StoredProgress>(keys.jobProgress(job.id));
    return new Lease(app, job, made.value, done.versionstamp);
  }

  /** Aborted when the lease is lost or the process stops: start nothing more. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  stop(): void {
    this.#stop.abort(new LeaseLost("This run was stopped."));
  }

  /**
   * Makes a commit of another function valid only while this run has the job, and adds its progress. Lease renewals
   * never conflict with such a commit.
   */
  guard(op: Changes, progress?: Progress): void {
    const { id, fence } = this.job;
    op.check({ key: keys.jobLease(id), versionstamp: this.versionstamp });
    if (progress) op.set(keys.jobProgress(id), bounded(progress, fence));
  }

  /** Commits one step of the run with its progress. Throws `LeaseLost`. */
  async step(
    progress: Progress,
    build: (op: Deno.AtomicOperation) => Promise<void> | void = () => {},
  ): Promise<void> {
    await commitWithRetry(this.app.kv, async (op) => {
      await this.#require();
      this.guard(op, progress);
      await build(op);
    });
  }

  /** Renews the lease if due. Throws `LeaseLost`, and aborts the run. */
  async renew(): Promise<void> {
    const now = this.app.clock.now();
    if (this.#until_ms - now > LEASE_MS * 2 / 3) return;
    const until_ms = now + LEASE_MS;
    try {
      await this.#change(async (op, entry) => {
        const { kind, account, slot, id } = entry.value;
        if (slot !== null) {
          const held = await this.app.kv.get(keys.jobSlot(kind, account, slot));
          op.check(held).set(held.key, { job_id: id, until_ms } satisfies Slot);
        }
        replaceJob(op, entry, { ...entry.value, at_ms: until_ms });
      });
      this.#until_ms = until_ms;
    } catch (error) {
      if (error instanceof LeaseLost || now > this.#until_ms) this.stop();
      throw error;
    }
  }

  /** Ends the job with its last changes. Throws `LeaseLost`. */
  async finish(build: (op: Deno.AtomicOperation) => void = () => {}) {
    await this.#settle((op, entry) => {
      endJob(this.app, op, entry, { state: "done", problem: null });
      build(op);
    });
  }

  /** Returns the job unchanged, because the process is stopping. Throws `LeaseLost`. */
  async release(): Promise<void> {
    await this.#settle((op, entry) => {
      const { attempts } = entry.value;
      queue(op, entry, { at_ms: null, attempts: attempts - 1 });
    });
  }

  /** Ends a failed run: the job is tried again after the next of `retry_ms`, or has failed. Throws `LeaseLost`. */
  async fail(problem: string, retry_ms: readonly number[]): Promise<void> {
    await this.#settle((op, entry) => {
      failRun(this.app, op, entry, { problem, retry_ms });
    });
  }

  async #settle(
    build: (op: Deno.AtomicOperation, entry: Deno.KvEntry<Job>) => void,
  ): Promise<void> {
    await this.#change(async (op, entry) => {
      await freeSlot(this.app.kv, op, entry.value);
      op.delete(keys.jobLease(entry.value.id));
      build(op, await withAttempts(this.app.kv, entry));
    });
  }

  async #change(
    build: (
      op: Deno.AtomicOperation,
      entry: Deno.KvEntry<Job>,
    ) => Promise<void>,
  ): Promise<void> {
    await commitWithRetry(this.app.kv, async (op) => {
      const entry = await this.#require();
      this.guard(op);
      await build(op, entry);
    });
  }

  async #require(): Promise<Deno.KvEntry<Job>> {
    const { subject, id, fence } = this.job;
    const entry = await this.app.kv.get<Job>(keys.job(subject, id));
    if (entry.value !== null && isRunOf(entry.value, fence)) return entry;
    throw new LeaseLost("This job no longer belongs to this run.");
  }
}

function isRunOf(job: Job, fence: number): boolean {
  return job.state === "running" && job.fence === fence;
}

/** Whether a job's last run made progress. */
export async function hasProgressed(
  kv: Deno.Kv,
  { id, fence, started_at, at_ms }: Job,
): Promise<boolean> {
  const made = await kv.get<StoredProgress>(keys.jobProgress(id));
  // By the lease's end, so that no clock is needed.
  const ran_ms = (at_ms ?? 0) - Date.parse(started_at ?? "");
  return made.value?.fence === fence && ran_ms < LONGEST_MS;
}

/** Resets the attempts of a job whose last run made progress. */
async function withAttempts(
  kv: Deno.Kv,
  entry: Deno.KvEntry<Job>,
): Promise<Deno.KvEntry<Job>> {
  const attempts = await hasProgressed(kv, entry.value)
    ? 1
    : entry.value.attempts;
  return { ...entry, value: { ...entry.value, attempts } };
}

/** Adds a run's failure to a commit. */
function failRun(
  app: Pick<Context, "clock">,
  op: Deno.AtomicOperation,
  entry: Deno.KvEntry<Job>,
  { problem, retry_ms }: { problem: string; retry_ms: readonly number[] },
): void {
  const wait_ms = retry_ms[entry.value.attempts - 1];
  if (wait_ms === undefined) {
    endJob(app, op, entry, { state: "failed", problem });
  } else {
    const at_ms = wait_ms > 0 ? app.clock.now() + wait_ms : null;
    queue(op, entry, { at_ms, problem, interruptions: 0 });
  }
}

/** Queues a job for its next run in a commit; its last run can commit nothing after that. */
export function queue(
  op: Deno.AtomicOperation,
  entry: Deno.KvEntry<Job>,
  change: Partial<Job>,
): void {
  const queued: Job = { ...entry.value, state: "queued", slot: null };
  replaceJob(op, entry, { ...queued, ...change });
  op.delete(keys.jobLease(queued.id));
}

const MAX_PROBLEMS = 30;
const LONGEST = 300;

/** Trims progress to fit one value in the store. */
function bounded(progress: Progress, fence: number): StoredProgress {
  const problems = progress.problems.slice(0, MAX_PROBLEMS).map((one) => ({
    what: one.what.slice(0, LONGEST),
    detail: one.detail.slice(0, LONGEST),
  }));
  return { ...progress, problems, fence };
}
