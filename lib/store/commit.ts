import { AppError } from "../errors.ts";
import type { StoreFailure } from "./breaker.ts";

/** A commit beaten this often means that something is wrong, not busy. */
const MAX_TRIES = 20;

/**
 * Runs `attempt` until its commit is not beaten by another: it reads, builds an atomic operation with the checks its
 * rule needs, and returns the result. Retries with growing jitter; throws `unavailable` after 20 tries. An error in
 * `attempt` ends it at once.
 */
export async function commitWithRetry<T>(
  kv: Deno.Kv,
  attempt: (op: Deno.AtomicOperation) => Promise<T>,
): Promise<T> {
  for (let tries = 1;; tries++) {
    const op = kv.atomic();
    const result = await attempt(op);
    if ((await commit(op)).ok) return result;
    if (tries === MAX_TRIES) {
      throw new AppError(
        "unavailable",
        "Too many people are changing this at once. Try again in a moment.",
        { retry_after_s: 1 },
      );
    }
    await delay(Math.random() * Math.min(100, 2 ** tries));
  }
}

/**
 * The one way to commit a change: commits once, retrying only while another process holds a file's lock (then nothing
 * was applied, and it gives up after 2 s). Not `ok` if a check fails, but never because of its own change whose
 * response was lost. Throws `unavailable` if the store does not respond, and says whether the change may have been
 * applied.
 */
export async function commit(
  op: Deno.AtomicOperation,
): Promise<Deno.KvCommitResult | Deno.KvCommitError> {
  const give_up_at = performance.now() + 2_000;
  while (true) {
    try {
      return await op.commit();
    } catch (error) {
      if (!isLocked(error) || performance.now() > give_up_at) {
        throw storeError(error);
      }
      await delay(5 + Math.random() * 40);
    }
  }
}

/** A store failure for the caller: 503, with the cause in the log. */
export function storeError(cause: unknown): AppError {
  return new AppError(
    "unavailable",
    isInDoubt(cause)
      ? "The store did not respond in time. Your change may have been saved. Check before you repeat it."
      : "The store did not respond. Nothing was changed; try again in a moment.",
    { cause, retry_after_s: 2 },
  );
}

/** Whether a change that failed may have been applied anyway. */
export function isInDoubt(error: unknown): boolean {
  const { in_doubt, cause } = error as Partial<StoreFailure>;
  return in_doubt === true || cause instanceof Error && isInDoubt(cause);
}

/** Whether another process holds the lock of the store's file: nothing was applied. */
export function isLocked(error: unknown): boolean {
  return error instanceof Error && /database is locked/i.test(error.message);
}

/** Whether an error means that the store cannot serve right now. */
export function isStoreFailure(error: unknown): boolean {
  return error instanceof Error && error.name !== "AppError" &&
    (error.name === "StoreFailure" ||
      /database is locked|database or disk is full|disk I\/O error|readonly database|unable to open database|database connection (error|closed)|database is closed|bad resource|KV Connect|fetch metadata|metadata response|fetchProtobuf|fetchDatabaseMetadata|Unexpected response status|fetch failed|error sending request|error reading a body/i
        .test(error.message));
}

export function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
