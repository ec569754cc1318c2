import type { Lease } from "./lease.ts";

/** Adds to the commit that ends a job. */
export type LastCommit = (op: Deno.AtomicOperation) => void;

export type JobKind = {
  /**
   * Does the job, continuing from `lease.progress` of an earlier run. Any error makes the run a failed one; the
   * result is part of the commit that ends the job. Starts nothing more once `lease.signal` is aborted.
   */
  run(lease: Lease): Promise<LastCommit | void>;
  /** Milliseconds to wait after each failed run in a row; after the last one the job has failed. */
  retry_ms: readonly number[];
  /** Whether this error makes another try pointless; by default it does not. */
  isFinal?(error: unknown): boolean;
  /** How many jobs of this kind run at once: per process, and per account over all processes (up to 10). */
  at_once: number;
  each: number;
};
