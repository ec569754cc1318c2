import type { Log } from "../log.ts";
import { AnswerThread } from "./answer_thread.ts";

/** How often workers with something to do are looked at, in milliseconds. */
const TICK_MS = 1_000;
/** The pause before a worker is replaced, in milliseconds: doubled at each failure in a row. */
const PAUSE_MS = 1_000;
const MOST_PAUSE_MS = 60_000;

/**
 * Workers that find answers beside the serving thread; each twin belongs to one of them. One that dies or hangs is
 * logged and replaced. Owns them: `close` ends them.
 */
export class AnswerWorkers {
  #threads: (AnswerThread | null)[] = [];
  #timers = new Set<ReturnType<typeof setTimeout>>();
  #is_closed = false;

  constructor(
    private count: number,
    private log: Log,
    private options = {
      module: new URL("./answer_worker.ts", import.meta.url),
      tick_ms: TICK_MS,
      pause_ms: PAUSE_MS,
    },
  ) {}

  /** Starts them; resolves when each is ready, or has failed. */
  async start(): Promise<void> {
    for (let place = 0; place < this.count; place++) this.#start(place, 0);
    await Promise.all(this.#threads.map((thread) => thread?.settled));
  }

  /** The worker of a twin; null if there is none now, and this thread has to answer. */
  of(twin_id: string): AnswerThread | null {
    if (this.#threads.length === 0) return null;
    const thread = this.#threads[placeOf(twin_id) % this.#threads.length];
    return thread?.is_ready ? thread : null;
  }

  /** Logs that a worker which goes on could not do a task. */
  noteFailure(error: Error): void {
    this.log("warn", "answer_task_failed", { error: error.message });
  }

  close(): void {
    this.#is_closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    for (const thread of this.#threads.splice(0)) thread?.end();
  }

  /** `failures` is how many in this place failed in a row. */
  #start(place: number, failures: number): void {
    if (this.#is_closed) return;
    const { module, tick_ms, pause_ms } = this.options;
    const since = performance.now();
    const onGone = (why: string) => {
      this.#threads[place] = null;
      const has_lasted = performance.now() - since > MOST_PAUSE_MS;
      const failed = has_lasted ? 1 : failures + 1;
      const retry_ms = Math.min(MOST_PAUSE_MS, pause_ms * 2 ** (failed - 1));
      const told = { worker: place, error: why, retry_ms };
      this.log("error", "answer_worker_failed", told);
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        this.#start(place, failed);
      }, retry_ms);
      this.#timers.add(timer);
    };
    try {
      this.#threads[place] = new AnswerThread(module, tick_ms, onGone);
    } catch (error) {
      // A platform without workers.
      onGone(String(error));
    }
  }
}

/** A number that depends on the id alone. */
function placeOf(id: string): number {
  let place = 0;
  for (let i = 0; i < id.length; i++) {
    place = (place * 31 + id.charCodeAt(i)) >>> 0;
  }
  return place;
}
