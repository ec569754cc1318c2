import type { List } from "../schemas/common.ts";
import type { Job, JobView, StoredProgress } from "../schemas/job.ts";
import { keys } from "../store/keys.ts";
import { getAll, listRecords, type PageQuery } from "../store/list.ts";
import { requireJob } from "./jobs.ts";

/** The view of a job. Throws `not_found`. */
export async function getJob(
  kv: Deno.Kv,
  subject: string,
  job_id: string,
): Promise<JobView> {
  const { value } = await requireJob(kv, subject, job_id);
  return (await viewJobs(kv, [value]))[0];
}

/** Lists the jobs about one subject, newest first. */
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
