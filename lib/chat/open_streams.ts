import type { Clock } from "../clock.ts";
import { AppError } from "../errors.ts";
import type { RecordCache } from "../store/record_cache.ts";

/** Whether a credential is valid; if it expires, until when, in milliseconds of the clock. */
export type Allowed = boolean | number;

/** An open stream; one timer calls the functions of all streams in the process. */
type OpenStream = {
  twin_id: string;
  /** Reads the credential again. */
  isAllowed: () => Promise<Allowed>;
  /** Called within a second after the credential ends, and when the process does; the reader gets the reason. */
  end: (reason: AppError) => void;
  /** Called a few times a second: for heartbeats, and to detect stalled readers. */
  tick?: (now_ms: number) => void;
};

/** `checked`: the cache epoch after which it was last checked; null for a new stream. `until_ms`: when it expires. */
type Watched = OpenStream & { checked: string | null; until_ms: number };

/** How often a process with open streams checks for revoked credentials, in milliseconds. */
const POLL_MS = 400;

/** From this many streams on, they send no more than `CHUNKS_A_SECOND`; fewer send each token at once. */
const CROWD = 1_500;
/** The most chunks a second that a crowd sends together: the more are open, the more tokens each chunk holds. */
const CHUNKS_A_SECOND = 30_000;

/** How many streams may be open at once: per twin, and in total. */
type StreamLimits = { per_twin: number; per_process: number };

/** The rest of the process's capacity is for the dashboard and everything else. */
const LIMITS: StreamLimits = { per_twin: 1_000, per_process: 5_000 };

/**
 * Counts open streams and ends those whose credential was revoked, in whatever process: one read of one key per poll
 * and process, and one check per stream only when that key changed or the credential expires. Owns a timer while
 * streams are open.
 */
export class OpenStreams {
  #streams = new Set<Watched>();
  #of_twin = new Map<string, number>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #checks = 0;
  #soon: (() => void)[] = [];
  #last_turn = 0;
  #ending = new AbortController();
  #settling = new Set<Promise<unknown>>();

  constructor(
    private cache: Pick<RecordCache, "epoch">,
    private clock: Clock,
    private limits = LIMITS,
  ) {}

  get size(): number {
    return this.#streams.size;
  }

  /** Throws `unavailable` if the twin or the process has no room for another stream. */
  requireRoom(twin_id: string): void {
    const is_full = this.size >= this.limits.per_process ||
      (this.#of_twin.get(twin_id) ?? 0) >= this.limits.per_twin;
    if (!is_full) return;
    throw new AppError(
      "unavailable",
      "Too many conversations are in progress. Try again in a few seconds.",
      { retry_after_s: 5 },
    );
  }

  /** Watches a stream until the returned function is called. */
  watch(stream: OpenStream): () => void {
    // Not checked yet: its credential may have been revoked while the request was on its way.
    const watched: Watched = { ...stream, checked: null, until_ms: Infinity };
    this.#streams.add(watched);
    this.#count(stream.twin_id, 1);
    this.#timer ??= setInterval(() => this.#tick(), POLL_MS);
    return () => {
      if (this.#streams.delete(watched)) this.#count(stream.twin_id, -1);
    };
  }

  /** Calls back in the next turn of the event loop, or at the crowd's pace: one timer for all streams. */
  soon(callback: () => void): void {
    if (this.#soon.push(callback) > 1) return;
    const since = this.clock.steady() - this.#last_turn;
    const pace_ms = this.size < CROWD ? 0 : this.size * 1_000 / CHUNKS_A_SECOND;
    setTimeout(() => this.#turn(), Math.max(0, pace_ms - since));
  }

  #turn(): void {
    this.#last_turn = this.clock.steady();
    for (const callback of this.#soon.splice(0)) callback();
  }

  /** Aborted with an `AppError` when the process ends. */
  get ending(): AbortSignal {
    return this.#ending.signal;
  }

  /** Tracks what an abandoned stream still writes. */
  settles(work: Promise<unknown>): void {
    const settled = work.catch(() => {})
      .finally(() => this.#settling.delete(settled));
    this.#settling.add(settled);
  }

  /** Ends every answer because the process is stopping. Resolves when what has arrived of each is recorded. */
  async endAll(): Promise<void> {
    const reason = new AppError(
      "unavailable",
      "The server is restarting. Ask again in a few seconds.",
      { retry_after_s: 5 },
    );
    this.#ending.abort(reason);
    for (const stream of [...this.#streams]) stream.end(reason);
    await Promise.all(this.#settling);
  }

  close(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  #count(twin_id: string, by: 1 | -1): void {
    const count = (this.#of_twin.get(twin_id) ?? 0) + by;
    if (count > 0) this.#of_twin.set(twin_id, count);
    else this.#of_twin.delete(twin_id);
  }

  #tick(): void {
    // Streams come and go often between two ticks: stop the timer only when a tick finds none.
    if (this.size === 0) return this.close();
    const now = performance.now();
    for (const stream of [...this.#streams]) stream.tick?.(now);
    if (this.#checks === 0) this.checkAll();
  }

  /** Ends the streams with an invalid credential, as the timer does a few times a second. */
  async checkAll(): Promise<void> {
    this.#checks++;
    try {
      const epoch = await this.cache.epoch();
      for (const stream of [...this.#streams]) {
        const is_due = this.clock.now() >= stream.until_ms;
        if (stream.checked === epoch && !is_due) continue;
        const allowed = await stream.isAllowed();
        if (!allowed) stream.end(withdrawn());
        stream.checked = epoch;
        stream.until_ms = typeof allowed === "number" ? allowed : Infinity;
      }
    } catch {
      // If the store does not respond, the next tick tries again.
    } finally {
      this.#checks--;
    }
  }
}

function withdrawn(): AppError {
  return new AppError(
    "unauthorized",
    "Access to this conversation was withdrawn.",
  );
}

export type WithStreams = { streams: OpenStreams };
