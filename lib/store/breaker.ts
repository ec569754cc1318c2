/** How long the store may take to answer one call, and how often it is tried while it does not, in milliseconds. */
export type StoreTimes = { deadline_ms: number; retry_ms: number };

/**
 * Receives every get and commit: how long it took, in seconds, and how it ended; `beaten` where a check of a commit
 * failed.
 */
export type StoreMeter = (
  call: "get" | "commit",
  seconds: number,
  end: "ok" | "beaten" | "failed",
) => void;

export type StoreOptions = StoreTimes & { meter?: StoreMeter };

export const STORE_TIMES: StoreOptions = { deadline_ms: 2_000, retry_ms: 250 };

/** A call that the store did not answer, or that was not made because it is known not to answer. */
export class StoreFailure extends Error {
  override readonly name = "StoreFailure";
  /** Whether it was a commit that may have been applied all the same. */
  readonly in_doubt: boolean;

  constructor(
    message: string,
    { in_doubt = false, cause }: { in_doubt?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.in_doubt = in_doubt;
  }
}

/** Trials that may wait for an answer at once: those that a dead store holds must not pile up. */
const MAX_TRIALS = 10;

type Options = StoreTimes & {
  /** Whether an error means that the store cannot be reached; being late always does. */
  is_outage(error: unknown): boolean;
  /** Rejects, or never ends, as long as the store does not answer. */
  probe(): Promise<unknown>;
  /** Called when a probe was refused. */
  refused(): Promise<void>;
};

/**
 * Makes every call of the store end in time: with its answer, or with a `StoreFailure` after `deadline_ms`. From the
 * first that fails on, calls fail at once, until the store answers a probe again. Owns a timer: `close` ends it.
 */
export class Breaker {
  #is_open = false;
  #trials = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private options: Options) {}

  /** Throws a `StoreFailure`, or what the call throws. */
  async run<T>(call: () => Promise<T>): Promise<T> {
    if (this.#is_open) throw new StoreFailure("The store does not answer");
    const { deadline_ms, is_outage } = this.options;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      // Made only when it is needed: an error with its stack costs more than most reads.
      const giveUp = () => {
        const message = `The store did not answer in ${deadline_ms} ms`;
        reject(new StoreFailure(message, { in_doubt: true }));
      };
      // In halves: a process that was itself held up takes what was answered meanwhile before it gives up.
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
      // A store that cannot be reopened is tried as it is.
      .catch(() => {})
      .finally(() => this.#trials--);
  }
}
