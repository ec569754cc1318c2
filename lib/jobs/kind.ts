import type { Lease } from "./lease.ts";

/** What is added to the commit by which a job ends. */
export type LastCommit = (op: Deno.AtomicOperation) => void;

export type JobKind = {
  /**
   * Does the job, from where `lease.progress` says that an earlier run got to. Whatever it throws makes the run a
   * failed one; what it returns is part of the commit that ends the job. Starts nothing more once `lease.signal` is
   * aborted.
   */
  run(lease: Lease): Promise<LastCommit | void>;
  /** Milliseconds to wait after each failed run in a row; after the last one the job has failed. */
  retry_ms: readonly number[];
  /** Whether another try may help after this error; by default it may. */
  isFinal?(error: unknown): boolean;
  /** Jobs of this kind that run at once: in one process, and of one account in all processes together (up to 10). */
  at_once: number;
  each: number;
};
