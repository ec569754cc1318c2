import { AppError } from "../errors.ts";

/** A commit lost this often to others means something is wrong, not busy. */
const MAX_TRIES = 20;

/**
 * Runs `attempt` until its commit is not beaten by another: it reads, builds an atomic operation with the
 * checks its rule needs, and answers the result. Retries with growing jitter; after 20 tries throws
 * `unavailable`. What `attempt` throws ends it at once.
 */
export async function commitWithRetry<T>(
  kv: Deno.Kv,
  attempt: (op: Deno.AtomicOperation) => Promise<T>,
): Promise<T> {
  for (let tries = 1;; tries++) {
    const op = kv.atomic();
    const result = await attempt(op);
    if ((await commitLocked(op)).ok) return result;
    if (tries === MAX_TRIES) {
      throw new AppError(
        "unavailable",
        "Too many changes to the same thing at once. Try again in a moment.",
        { headers: { "retry-after": "1" } },
      );
    }
    await delay(Math.random() * Math.min(100, 2 ** tries));
  }
}

/**
 * Commits once, again only while another writer holds the store's lock (then nothing was applied).
 * Throws `unavailable` after 2 s.
 */
export async function commitLocked(
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
  return new AppError(
    "unavailable",
    "The store did not answer. Nothing was changed; try again in a moment.",
    { cause, headers: { "retry-after": "2" } },
  );
}

/** True of the error of a store that another writer holds: nothing was applied. */
export function isLocked(error: unknown): boolean {
  return error instanceof Error && /database is locked/i.test(error.message);
}

/** True of an error by which SQLite or a remote store says that it cannot serve just now. */
export function isStoreFailure(error: unknown): boolean {
  return error instanceof Error && error.name !== "AppError" &&
    /database is locked|database or disk is full|disk I\/O error|readonly database|unable to open database|database connection (error|closed)/i
      .test(error.message);
}

export function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
