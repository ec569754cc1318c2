import type { Settled } from "../worker_queue.ts";
import type { AnswerTask } from "./answer_worker.ts";

/** The worker is gone, or failed at a task: what it was asked can be done in this thread instead. */
export class ThreadError extends Error {}

/** After so many ticks without a word it counts as hanging: while it starts, and later although it is pinged. */
const MOST_SILENT = { starting: 30, serving: 5 };

/** A running worker that holds indexes and searches them, many tasks at once. Owns it: `end` ends it. */
export class AnswerThread {
  /** It has started: its first task is done. */
  is_ready = false;
  is_gone = false;
  /** Resolves when it is ready or gone. */
  readonly settled: Promise<void>;
  #worker: Worker;
  #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #next_id = 0;
  #next_index = 0;
  #silent = 0;
  #watch: ReturnType<typeof setInterval>;

  /** `onGone` is called once if it dies or hangs, not when it is ended. */
  constructor(
    module: URL,
    tick_ms: number,
    private onGone: (why: string) => void,
  ) {
    this.#worker = new Worker(module, { type: "module" });
    this.#worker.onmessage = ({ data }) => this.#settle(data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#lose(event.message);
    };
    this.#watch = setInterval(() => this.#listen(), tick_ms);
    this.settled = this.run({ call: "ping" }).then(
      () => void (this.is_ready = true),
      () => {},
    );
  }

  /** A number for an index that it does not hold yet. */
  newIndex(): number {
    return this.#next_index++;
  }

  /** Throws `ThreadError`. */
  run<R>(task: AnswerTask): Promise<R> {
    if (this.is_gone) return Promise.reject(new ThreadError("It is gone."));
    const id = this.#next_id++;
    const waiting = Promise.withResolvers<unknown>();
    this.#waiting.set(id, waiting);
    this.#worker.postMessage({ id, task });
    return waiting.promise as Promise<R>;
  }

  end(why = "The server is stopping."): void {
    this.is_gone = true;
    clearInterval(this.#watch);
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) {
      reject(new ThreadError(why));
    }
    this.#waiting.clear();
  }

  #settle({ id, result, failure }: Settled<unknown>): void {
    this.#silent = 0;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (failure === undefined) waiting?.resolve(result);
    else waiting?.reject(new ThreadError(failure));
  }

  /** Asks for a sign of life while anything waits: a worker may end without an event, or compute forever. */
  #listen(): void {
    if (this.#waiting.size === 0) return;
    const { starting, serving } = MOST_SILENT;
    if (++this.#silent > (this.is_ready ? serving : starting)) {
      this.#lose("It does not respond.");
    } else if (this.is_ready) this.run({ call: "ping" }).catch(() => {});
  }

  #lose(why: string): void {
    if (this.is_gone) return;
    this.end(why);
    this.onGone(why);
  }
}
