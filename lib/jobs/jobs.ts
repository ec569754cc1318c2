// Work that outlasts the request that asked for it. A job is added by the commit of what it belongs to (`enqueue`),
// and run by a `JobRunner` in any process on the store: in one at a time, again after a crash, and only so many per
// account at once. A run commits through its lease, so that an abandoned run can commit nothing more, and its
// progress is stored by the same commits: nothing is done twice, nothing is lost.
import type { Context } from "../context.ts";
import { DAY, iso } from "../clock.ts";
import { newId } from "../crypto/ids.ts";
import { AppError, notFound } from "../errors.ts";
import type { Job } from "../schemas/job.ts";
import type { Changes } from "../store/changes.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";

/** How long an ended job is listed. */
export const JOB_KEPT_MS = 14 * DAY;

export type NewJob = Pick<Job, "kind" | "account" | "subject" | "input"> & {
  /** Not before this time, in milliseconds. */
  at_ms?: number;
};

/** Adds a job to a commit and returns its id. It touches no key of any other job, so nothing waits for it. */
export function enqueue(
  { clock }: Pick<Context, "clock">,
  op: Changes,
  { at_ms, ...job }: NewJob,
): string {
  const now = clock.now();
  const id = newId("job", now);
  const added: Job = {
    ...jobOf(job, { id, now }),
    at_ms: at_ms !== undefined && at_ms > now ? at_ms : null,
  };
  const key = keys.job(job.subject, id);
  op.check({ key, versionstamp: null }).set(key, added);
  place(op, added);
  return id;
}

/** A job before its first run. */
function jobOf(
  { kind, account, subject, input }: Omit<NewJob, "at_ms">,
  { id, now }: { id: string; now: number },
): Job {
  return {
    ...{ id, kind, account, subject, input },
    state: "queued",
    fence: 0,
    attempts: 0,
    at_ms: null,
    slot: null,
    problem: null,
    created_at: iso(now),
    started_at: null,
    ended_at: null,
  };
}

/**
 * A job that exists at most once per subject, however often it is requested. It runs once after the last request, and
 * finds out from its subject what to do.
 */
type StandingJob = Pick<Job, "kind" | "account" | "subject">;

function standingId({ kind, subject }: Omit<StandingJob, "account">): string {
  return `job_${kind}_${subject}`;
}

/** Adds to a commit a request for a standing job. It reads and checks nothing, so it never makes a commit fail. */
export function request(op: Deno.AtomicOperation, job: StandingJob): void {
  const { kind, account, subject } = job;
  op.set(keys.jobReady(kind, account, standingId(job)), subject);
}

/** A standing job at the start; null if the id is not that of a standing job. */
export function standingJob(
  { clock }: Pick<Context, "clock">,
  id: string,
  job: StandingJob,
  previous: Job | null,
): Job | null {
  if (id !== standingId(job)) return null;
  const fresh = jobOf({ ...job, input: null }, { id, now: clock.now() });
  return { ...fresh, fence: previous?.fence ?? 0 };
}

/** Adds to a commit the replacement of a job by its next state, stored in its new place. */
export function replaceJob(
  op: Deno.AtomicOperation,
  previous: Deno.KvEntryMaybe<Job>,
  next: Job,
): void {
  if (previous.value) {
    for (const key of placesOf(previous.value)) op.delete(key);
  }
  op.check(previous).set(previous.key, next);
  place(op, next);
}

/** Adds the end of a job to a commit; its last run can commit nothing after that. */
export function endJob(
  { clock }: Pick<Context, "clock">,
  op: Deno.AtomicOperation,
  entry: Deno.KvEntry<Job>,
  end: Pick<Job, "state" | "problem">,
): void {
  const now = clock.now();
  const ended = { ...entry.value, ...end, slot: null, at_ms: null };
  replaceJob(op, entry, { ...ended, ended_at: iso(now) });
  op.delete(keys.jobLease(ended.id))
    .set(expiryKey(now + JOB_KEPT_MS, "job", entry.key), null);
}

export function isLive({ state }: Pick<Job, "state">): boolean {
  return state === "queued" || state === "running";
}

/** The keys of an unfinished job. */
export function placesOf(job: Job): Deno.KvKey[] {
  if (!isLive(job)) return [];
  return job.at_ms === null
    ? [keys.jobReady(job.kind, job.account, job.id)]
    : [keys.jobLater(job.at_ms, job.id)];
}

function place(op: Changes, job: Job): void {
  for (const key of placesOf(job)) op.set(key, job.subject);
}

/** Cancels a job in a commit. Throws `conflict` if it has already ended. */
export async function cancelJob(
  app: Pick<Context, "kv" | "clock">,
  op: Deno.AtomicOperation,
  subject: string,
  job_id: string,
): Promise<void> {
  const entry = await requireJob(app.kv, subject, job_id);
  if (!isLive(entry.value)) {
    throw new AppError("conflict", "This job has already ended.");
  }
  const { kind, account, id } = entry.value;
  await freeSlot(app.kv, op, entry.value);
  // A standing job may have been requested again.
  op.delete(keys.jobReady(kind, account, id));
  endJob(app, op, entry, { state: "cancelled", problem: null });
}

/** Withdraws a waiting job in a commit: nothing of it is kept. A running one continues. */
export async function withdrawJob(
  { kv }: Pick<Context, "kv">,
  op: Deno.AtomicOperation,
  subject: string,
  job_id: string,
): Promise<void> {
  const entry = await kv.get<Job>(keys.job(subject, job_id));
  if (entry.value?.state !== "queued") return;
  for (const key of placesOf(entry.value)) op.delete(key);
  op.check(entry).delete(entry.key).delete(keys.jobProgress(job_id));
}

/** Resumes a failed or cancelled job in a commit. Throws `conflict` for any other. */
export async function retryJob(
  { kv }: Pick<Context, "kv">,
  op: Deno.AtomicOperation,
  subject: string,
  job_id: string,
): Promise<void> {
  const entry = await requireJob(kv, subject, job_id);
  if (!["failed", "cancelled"].includes(entry.value.state)) {
    throw new AppError(
      "conflict",
      "Only a job that has failed or was stopped can be tried again.",
    );
  }
  replaceJob(op, entry, {
    ...entry.value,
    ...{ state: "queued", attempts: 0, interruptions: 0, problem: null },
    ...{ started_at: null, ended_at: null },
  });
}

/** Frees a job's slot in a commit. */
export async function freeSlot(
  kv: Deno.Kv,
  op: Deno.AtomicOperation,
  { kind, account, slot, id }: Job,
): Promise<void> {
  if (slot === null) return;
  const held = await kv.get<Slot>(keys.jobSlot(kind, account, slot));
  if (held.value?.job_id === id) op.check(held).delete(held.key);
}

/** Who has a slot, and until when, in milliseconds. */
export type Slot = { job_id: string; until_ms: number };

/** Throws `not_found`. */
export async function requireJob(
  kv: Deno.Kv,
  subject: string,
  job_id: string,
): Promise<Deno.KvEntry<Job>> {
  const entry = await kv.get<Job>(keys.job(subject, job_id));
  if (entry.value === null) throw notFound("job");
  return entry;
}
