import type { Actor, Editor } from "../actor.ts";
import type { Context } from "../context.ts";
import { commitAs } from "../authority.ts";
import { cancelJob, retryJob } from "../jobs/jobs.ts";
import type { WithJobs } from "../jobs/runner.ts";
import { getJob, listJobs } from "../jobs/views.ts";
import type { List, ListQuery } from "../schemas/common.ts";
import type { JobView } from "../schemas/job.ts";
import { requireTwin } from "./twins.ts";

/** Lists a twin's background jobs, running or of the last 14 days; newest first. */
export async function listTwinJobs(
  app: Context,
  actor: Actor,
  twin_id: string,
  query: ListQuery,
): Promise<List<JobView>> {
  await requireTwin(app, actor, twin_id);
  return await listJobs(app.kv, twin_id, query);
}

/** Throws `not_found`. */
export async function getTwinJob(
  app: Context,
  actor: Actor,
  twin_id: string,
  job_id: string,
): Promise<JobView> {
  await requireTwin(app, actor, twin_id);
  return await getJob(app.kv, twin_id, job_id);
}

/** Stops a job; what it has done stays. Throws `conflict` if it has ended. */
export async function cancelTwinJob(
  app: Context & WithJobs,
  editor: Editor,
  twin_id: string,
  job_id: string,
): Promise<JobView> {
  await requireTwin(app, editor, twin_id);
  await commitAs(app, editor, (op) => cancelJob(app, op, twin_id, job_id));
  app.jobs.stop(job_id);
  return await getJob(app.kv, twin_id, job_id);
}

/** Resumes a failed or stopped job where it stopped. Throws `conflict` for any other. */
export async function retryTwinJob(
  app: Context & WithJobs,
  editor: Editor,
  twin_id: string,
  job_id: string,
): Promise<JobView> {
  await requireTwin(app, editor, twin_id);
  await commitAs(app, editor, (op) => retryJob(app, op, twin_id, job_id));
  void app.jobs.wake();
  return await getJob(app.kv, twin_id, job_id);
}
