import { AppError } from "../errors.ts";

/** Rejects, with what `stopped` says, as soon as a signal is aborted. */
export function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(stopped(signal));
    signal.addEventListener("abort", () => reject(stopped(signal)), {
      once: true,
    });
  });
}

/** For an address that may not be asked. */
export function refused(detail: string): AppError {
  return new AppError("invalid_input", detail);
}

/** For a server that did not answer. */
export function noAnswer(host: string, cause: unknown): AppError {
  return new AppError(
    "unavailable",
    `${host} did not answer. Check the address, or try again later.`,
    { cause },
  );
}

/** Why a signal ended a request: its time is over, or the caller has left. */
export function stopped(signal: AbortSignal): Error {
  if ((signal.reason as Error)?.name !== "TimeoutError") return signal.reason;
  return new AppError(
    "unavailable",
    "This address took too long to answer. Try again later.",
  );
}
