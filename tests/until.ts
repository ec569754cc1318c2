// Waiting for what happens elsewhere: until it has, or until it is clear that it will not.
import { delay } from "../lib/store/commit.ts";

/** Long enough for a busy machine: reached only by what will never happen. */
const GIVE_UP_MS = 30_000;
const PAUSE_MS = 5;

/**
 * Resolves once the condition holds; one that throws does not hold yet. Fails after `ms` milliseconds with `what` it
 * waited for.
 */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
  ms = GIVE_UP_MS,
): Promise<void> {
  const give_up_at = performance.now() + ms;
  let cause: unknown;
  for (;;) {
    try {
      if (await condition()) return;
    } catch (error) {
      cause = error;
    }
    if (performance.now() > give_up_at) throw tooLate(what, ms, cause);
    await delay(PAUSE_MS);
  }
}

/** What the promise resolves to. Fails after `ms` milliseconds with `what` it waited for. */
export async function within<T>(
  promise: Promise<T>,
  what: string,
  ms = GIVE_UP_MS,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooLate(what, ms)), ms);
  });
  return await Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function tooLate(what: string, ms: number, cause?: unknown): Error {
  return new Error(`Not within ${ms} ms: ${what}`, { cause });
}
