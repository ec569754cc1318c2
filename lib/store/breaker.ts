/** How long a store call may take, and how often to probe the store during an outage, in milliseconds. */
export type StoreTimes = { deadline_ms: number; retry_ms: number };

/**
 * Receives every get and commit: its duration in seconds, and its outcome; `beaten` if a check of a commit failed.
 */
export type StoreMeter = (
  call: "get" | "commit",
  seconds: number,
  end: "ok" | "beaten" | "failed",
) => void;

export type StoreOptions = StoreTimes & { meter?: StoreMeter };

export const STORE_TIMES: StoreOptions = { deadline_ms: 2_000, retry_ms: 250 };

/** A call that the store did not respond to, or that was not made during a known outage. */
export class StoreFailure extends Error {
  override readonly name = "StoreFailure";
  /** Whether it was a commit that may have been applied anyway. */
  readonly in_doubt: boolean;

  constructor(
    message: string,
    { in_doubt = false, cause }: { in_doubt?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.in_doubt = in_doubt;
  }
}

/** The most simultaneous probes: those held by a dead store must not pile up. */
const MAX_TRIALS = 10;

type Options = StoreTimes & {
  /** Whether an error means that the store cannot be reached; a timeout always does. */
  is_outage(error: unknown): boolean;
  /** Rejects, or never ends, while the store does not respond. */
  probe(): Promise<unknown>;
  /** Called when a probe was refused. */
  refused(): Promise<void>;
};

/**
 * A circuit breaker that ends every store call in time: with its response, or with a `StoreFailure` after
 * `deadline_ms`. After the first failure, calls fail immediately until the store responds to a probe. Owns a timer:
 * `close` ends it.
 */
export class Breaker {
  #is_open = false;
  #trials = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private options: Options) {}

  /** Throws a `StoreFailure` during a known outage. */
  requireClosed(): void {
    if (this.#is_open) throw new StoreFailure("The store does not respond");
  }

  /** Throws a `StoreFailure`, or the call's own error. */
  async run<T>(call: () => Promise<T>): Promise<T> {
    this.requireClosed();
    const { deadline_ms, is_outage } = this.options;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      // Created only when needed: an error with its stack costs more than most reads.
      const giveUp = () => {
        const message = `The store did not respond within ${deadline_ms} ms`;
        reject(new StoreFailure(message, { in_doubt: true }));
      };
      // In halves: a process that was itself blocked receives pending responses before it gives up.
      timer = setTimeout(() => {
        timer = setTimeout(giveUp, deadline_ms / 2);
      }, deadline_ms / 2);
    });
    try {
      return await Promise.race([call(), late]);
    } catch (error) {
      if (error instanceof StoreFailure || is_outage(error)) this.#open();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #open(): void {
    if (this.#is_open) return;
    this.#is_open = true;
    const state = { answers: false };
    const tick = () => {
      if (state.answers) this.#is_open = false;
      else {
        this.#try(state);
        this.#timer = setTimeout(tick, this.options.retry_ms);
      }
    };
    tick();
  }

  #try(state: { answers: boolean }): void {
    if (this.#trials >= MAX_TRIALS) return;
    this.#trials++;
    this.options.probe()
      .then(() => void (state.answers = true), () => this.options.refused())
      // If the store cannot be reopened, try it as it is.
      .catch(() => {})
      .finally(() => this.#trials--);
  }
}
