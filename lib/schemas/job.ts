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

/** Work that outlasts the request that asked for it, as stored. */
export type Job = {
  id: string;
  /** The name of its `JobKind`. */
  kind: string;
  /** Jobs of one account share its slots. */
  account: string;
  /** What it concerns: jobs are listed by it, and deleted with it. */
  subject: string;
  /** The input of its kind. */
  input: unknown;
  state: JobState;
  /** Increases with each run: commits of an earlier one are refused. */
  fence: number;
  /** Failed runs in a row, including this one. */
  attempts: number;
  /** Consecutive runs that ended with their process; none of them is an attempt. */
  interruptions?: number;
  /** When to check it again, in milliseconds: its start, its next try, the end of its lease. Null: now. */
  at_ms: number | null;
  /** The account's slot that it uses while it runs. */
  slot: number | null;
  /** Why its last run failed. */
  problem: string | null;
  created_at: string;
  started_at: string | null;
  ended_at: string | null;
};

const jobProblem = z.strictObject({ what: z.string(), detail: z.string() });
export type JobProblem = z.infer<typeof jobProblem>;

/** A job's progress, as its kind counts it; `total` is null while unknown. */
const jobProgress = z.strictObject({
  done: z.number().int(),
  total: z.number().int().nullable(),
  /** As text. */
  note: z.string(),
});
type JobProgress = z.infer<typeof jobProgress>;

/** A job's progress, stored separately from the job: only its run writes it. */
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
  /** Failed parts, one entry each, and last why the whole failed. */
  problems: z.array(jobProblem),
  created_at: timestamp,
  started_at: timestamp.nullable(),
  ended_at: timestamp.nullable(),
});
export type JobView = z.infer<typeof jobView>;
