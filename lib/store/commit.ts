import { AppError } from "../errors.ts";
import type { StoreFailure } from "./breaker.ts";

/** A commit lost this often to others means something is wrong, not busy. */
const MAX_TRIES = 20;

/**
 * Runs `attempt` until its commit is not beaten by another: it reads, builds an atomic operation with the checks its
 * rule needs, and returns the result. Retries with growing jitter; after 20 tries throws `unavailable`. What
 * `attempt` throws ends it at once.
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
 * The one way to the store for every change: commits once, again only while another process holds a file's lock (then
 * nothing was applied, and it gives up after 2 s). Not `ok` where a check fails, never for its own change whose
 * answer was lost. Throws `unavailable` where the store does not answer, and says whether the change may be there.
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

/** What a failing store means for a caller: 503, with the cause in the log. */
export function storeError(cause: unknown): AppError {
  const in_doubt = (cause as Partial<StoreFailure>).in_doubt === true;
  return new AppError(
    "unavailable",
    in_doubt
      ? "The store did not answer in time. Your change may have been saved. Check before you repeat it."
      : "The store did not answer. Nothing was changed; try again in a moment.",
    { cause, retry_after_s: 2 },
  );
}

/** True of the error of a file that another process holds: nothing was applied. */
export function isLocked(error: unknown): boolean {
  return error instanceof Error && /database is locked/i.test(error.message);
}

/** True of an error by which a store says, or shows, that it cannot serve just now. */
export function isStoreFailure(error: unknown): boolean {
  return error instanceof Error && error.name !== "AppError" &&
    (error.name === "StoreFailure" ||
      /database is locked|database or disk is full|disk I\/O error|readonly database|unable to open database|database connection (error|closed)|database is closed|bad resource|KV Connect|fetch metadata|metadata response|fetchProtobuf|fetchDatabaseMetadata|Unexpected response status|fetch failed|error sending request|error reading a body/i
        .test(error.message));
}

export function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
