import { z } from "zod";
import { timestamp } from "./common.ts";

const jobState = z.enum([
  "queued",
  "running",
  "done",
  "failed",
  "cancelled",
]);
export type JobState = z.infer<typeof jobState>;

/** Work that continues after the request that asked for it, as stored. */
export type Job = {
  id: string;
  /** What runs it. */
  kind: string;
  /** Who shares the places for jobs that run at once. */
  account: string;
  /** What it is about: jobs are listed by it, and go with it. */
  subject: string;
  /** The input of its kind. */
  input: unknown;
  state: JobState;
  /** Grows with each run: what an earlier one still commits is refused. */
  fence: number;
  /** Failed runs in a row, this one included. */
  attempts: number;
  /** Runs that ended with their process, one after the other; none of them is an attempt. */
  interruptions?: number;
  /** When it is looked at again, in milliseconds: its start, its next try, the end of its lease. Null: at once. */
  at_ms: number | null;
  /** The account's place that it takes while it runs. */
  slot: number | null;
  /** Why its last run failed. */
  problem: string | null;
  created_at: string;
  started_at: string | null;
  ended_at: string | null;
};

const jobProblem = z.strictObject({ what: z.string(), detail: z.string() });
export type JobProblem = z.infer<typeof jobProblem>;

/** How far a job is, as its kind counts it; `total` is null as long as it is not known. */
const jobProgress = z.strictObject({
  done: z.number().int(),
  total: z.number().int().nullable(),
  /** In words. */
  note: z.string(),
});
type JobProgress = z.infer<typeof jobProgress>;

/** What is stored of a job's progress, apart from the job: only its run writes it. */
export type StoredProgress = JobProgress & {
  problems: JobProblem[];
  /** Where its kind continues after an interruption. */
  memo?: unknown;
  /** The run that wrote it. */
  fence: number;
};

export const jobView = z.strictObject({
  id: z.string(),
  kind: z.string(),
  state: jobState,
  progress: jobProgress,
  /** What could not be done: a part each, and last why the whole failed. */
  problems: z.array(jobProblem),
  created_at: timestamp,
  started_at: timestamp.nullable(),
  ended_at: timestamp.nullable(),
});
export type JobView = z.infer<typeof jobView>;
