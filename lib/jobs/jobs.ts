// Work that goes on after the request that asked for it. A job is added by the commit of whatever it belongs to
// (`enqueue`), and run by a `JobRunner` of any process on the store: by one at a time, again after a crash, at most so
// many of an account at once. What a run commits it commits by its lease, so that of a run that was given up nothing
// comes after it, and its progress is stored by that same commit: nothing is done twice, nothing is lost.
import type { Context } from "../context.ts";
import { DAY, iso } from "../clock.ts";
import { newId } from "../crypto/ids.ts";
import { AppError, notFound } from "../errors.ts";
import type { Job, JobView, StoredProgress } from "../schemas/job.ts";
import { commit, commitWithRetry } from "../store/commit.ts";
import { expiryKey } from "../store/expiries.ts";
import { keys } from "../store/keys.ts";
import { getAll, listRecords, type PageQuery } from "../store/list.ts";
import type { List } from "../schemas/common.ts";

/** How long an ended job is told of. */
export const JOB_KEPT_MS = 14 * DAY;

export type NewJob = Pick<Job, "kind" | "account" | "subject" | "input"> & {
  /** Not before this moment, in milliseconds. */
  at_ms?: number;
};

/** Adds a job to a commit and answers its id. It touches no key of any other job, so that nothing waits for it. */
export function enqueue(
  { clock }: Pick<Context, "clock">,
  op: Deno.AtomicOperation,
  { at_ms, ...job }: NewJob,
): string {
  const now = clock.now();
  const id = newId("job", now);
  const added: Job = {
    ...job,
    id,
    state: "queued",
    fence: 0,
    attempts: 0,
    at_ms: at_ms !== undefined && at_ms > now ? at_ms : null,
    slot: null,
    problem: null,
    created_at: iso(now),
    started_at: null,
    ended_at: null,
  };
  const key = keys.job(job.subject, id);
  op.check({ key, versionstamp: null }).set(key, added);
  place(op, added);
  return id;
}

/** Adds to a commit that a job has become another, and lies where that belongs. */
export function replaceJob(
  op: Deno.AtomicOperation,
  previous: Deno.KvEntry<Job>,
  next: Job,
): void {
  for (const key of placesOf(previous.value)) op.delete(key);
  op.check(previous).set(previous.key, next);
  place(op, next);
}

/** Adds to a commit that a job has ended, and that nothing of its last run comes after that. */
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

function placesOf(job: Job): Deno.KvKey[] {
  if (!isLive(job)) return [];
  return job.at_ms === null
    ? [keys.jobReady(job.kind, job.account, job.id)]
    : [keys.jobLater(job.at_ms, job.id)];
}

function place(op: Deno.AtomicOperation, job: Job): void {
  for (const key of placesOf(job)) op.set(key, job.subject);
}

/** Adds to a commit that a job is not done. Throws `conflict` where it has ended already. */
export async function cancelJob(
  app: Pick<Context, "kv" | "clock">,
  op: Deno.AtomicOperation,
  subject: string,
  job_id: string,
): Promise<void> {
  const entry = await requireJob(app.kv, subject, job_id);
  if (!isLive(entry.value)) {
    throw new AppError("conflict", "This job has ended already.");
  }
  await freeSlot(app.kv, op, entry.value);
  endJob(app, op, entry, { state: "cancelled", problem: null });
}

/** Adds to a commit that a job which has failed or was cancelled goes on. Throws `conflict` for any other. */
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
    ...{ state: "queued", attempts: 0, problem: null, ended_at: null },
  });
}

/** Adds to a commit that the place which a job takes is another's. */
export async function freeSlot(
  kv: Deno.Kv,
  op: Deno.AtomicOperation,
  { kind, account, slot, id }: Job,
): Promise<void> {
  if (slot === null) return;
  const held = await kv.get<Slot>(keys.jobSlot(kind, account, slot));
  if (held.value?.job_id === id) op.check(held).delete(held.key);
}

/** Who takes a place, and until when, in milliseconds. */
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

/** What is told of a job. Throws `not_found`. */
export async function getJob(
  kv: Deno.Kv,
  subject: string,
  job_id: string,
): Promise<JobView> {
  const { value } = await requireJob(kv, subject, job_id);
  return (await viewJobs(kv, [value]))[0];
}

/** The jobs about one subject, newest first. */
export async function listJobs(
  kv: Deno.Kv,
  subject: string,
  query: PageQuery,
): Promise<List<JobView>> {
  const page = await listRecords<Job>(kv, keys.jobs(subject), query);
  return { ...page, items: await viewJobs(kv, page.items) };
}

async function viewJobs(kv: Deno.Kv, jobs: Job[]): Promise<JobView[]> {
  const made = await getAll<StoredProgress>(
    kv,
    jobs.map(({ id }) => keys.jobProgress(id)),
  );
  return jobs.map((job, i) => viewOf(job, made[i]));
}

function viewOf(job: Job, made: StoredProgress | null): JobView {
  const { id, kind, state, created_at, started_at, ended_at } = job;
  const { done, total, note, problems } = made ?? NOTHING_YET;
  const last = job.problem === null
    ? []
    : [{ what: "The last try", detail: job.problem }];
  return {
    ...{ id, kind, state, created_at, started_at, ended_at },
    progress: { done, total, note },
    problems: [...problems, ...last],
  };
}

const NOTHING_YET: StoredProgress = {
  done: 0,
  total: null,
  note: "",
  problems: [],
  fence: 0,
};

/** Removes an ended job: the sweep's part. One that goes on meanwhile stays. */
export async function removeJob(
  app: Pick<Context, "kv" | "clock">,
  key: Deno.KvKey,
): Promise<void> {
  const entry = await app.kv.get<Job>(key);
  if (!entry.value?.ended_at) return;
  const kept_until = Date.parse(entry.value.ended_at) + JOB_KEPT_MS;
  // Ended again since, with a note of its own for that.
  if (kept_until > app.clock.now()) return;
  await commit(
    app.kv.atomic().check(entry).delete(key)
      .delete(keys.jobProgress(entry.value.id)),
  );
}

/** Removes all jobs about a subject that is gone itself. What still runs of them is refused from then on. */
export async function removeJobsOf(
  kv: Deno.Kv,
  subject: string,
): Promise<void> {
  for await (const { key } of kv.list<Job>({ prefix: keys.jobs(subject) })) {
    await commitWithRetry(kv, async (op) => {
      const entry = await kv.get<Job>(key);
      if (entry.value === null) return;
      await freeSlot(kv, op, entry.value);
      for (const place of placesOf(entry.value)) op.delete(place);
      op.check(entry).delete(key).delete(keys.jobLease(entry.value.id))
        .delete(keys.jobProgress(entry.value.id));
    });
  }
}
