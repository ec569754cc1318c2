import type { Context } from "../context.ts";
import { DAY, SECOND } from "../clock.ts";
import { isAppError } from "../errors.ts";
import { describeError } from "../log.ts";
import type { JobKind } from "./kind.ts";
import { type Lease, LeaseLost } from "./lease.ts";

/**
 * Runs a claimed job until it is finished, scheduled for a retry, failed for good, or returned because this process
 * is stopping. Never rejects.
 */
export async function runJob(
  app: Context,
  lease: Lease,
  kind: JobKind,
  isClosing: () => boolean,
): Promise<void> {
  const { id, kind: name } = lease.job;
  try {
    try {
      const last = await kind.run(lease);
      lease.signal.throwIfAborted();
      await lease.finish(last ?? undefined);
    } catch (error) {
      if (error instanceof LeaseLost && !isClosing()) return;
      if (lease.signal.aborted) return await lease.release();
      logFailure(app, error, { job_id: id, kind: name });
      const least_ms = Math.min(pauseOf(error), DAY);
      const retry_ms = kind.isFinal?.(error)
        ? []
        : kind.retry_ms.map((ms) => Math.max(ms, least_ms));
      await lease.fail(reasonOf(error), retry_ms);
    }
  } catch (error) {
    // Another process has the job by now, or takes it when the lease expires.
    if (error instanceof LeaseLost) return;
    logFailure(app, error, { job_id: id, kind: name });
  }
}

/** The pause that a failure asks for, in milliseconds. */
function pauseOf(error: unknown): number {
  return isAppError(error) ? SECOND * (error.retry_after_s ?? 0) : 0;
}

function reasonOf(error: unknown): string {
  return isAppError(error) && error.code !== "internal"
    ? error.message
    : "Something went wrong on our side.";
}

function logFailure(
  app: Context,
  error: unknown,
  of: { job_id: string; kind: string },
) {
  const level = isAppError(error) ? "info" : "warn";
  app.log(level, "job_failed", { ...of, error: describeError(error) });
}
