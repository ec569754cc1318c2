import { AppError } from "../errors.ts";

/** Rejects, with the error of `stopped`, as soon as a signal is aborted. */
export function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(stopped(signal));
    signal.addEventListener("abort", () => reject(stopped(signal)), {
      once: true,
    });
  });
}

/** The error for an address that must not be requested. */
export function refused(detail: string): AppError {
  return new AppError("invalid_input", detail);
}

/** The error for a server that did not respond. */
export function noAnswer(host: string, cause: unknown): AppError {
  return new AppError(
    "unavailable",
    `${host} did not respond. Check the address, or try again later.`,
    { cause },
  );
}

/** Why a signal ended a request: it timed out, or the caller has left. */
export function stopped(signal: AbortSignal): Error {
  if ((signal.reason as Error)?.name !== "TimeoutError") return signal.reason;
  return new AppError(
    "unavailable",
    "This address took too long to respond. Try again later.",
  );
}
