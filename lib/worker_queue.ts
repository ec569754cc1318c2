import { AppError } from "./errors.ts";

type Settled<R> = { id: number; result?: R; failure?: string };

/** A worker without work is let go after this long: it holds tens of megabytes, and starts in a tenth of a second. */
const IDLE_MS = 10_000;

/**
 * Hands tasks to a worker, one after the other, so that none of them holds up a chat. The worker is started with
 * the first task, and again after it broke or had nothing to do. Owns it: `close` ends it.
 */
export class WorkerQueue<T, R> {
  #worker: Worker | null = null;
  #waiting = new Map<number, PromiseWithResolvers<R>>();
  #next_id = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;

  /** `busy` says what to do when more than `max_waiting` tasks wait. */
  constructor(
    private module: URL,
    private max_waiting: number,
    private busy: string,
  ) {}

  /** Throws `unavailable` when too many wait, and what the worker's own failure was. */
  run(task: T): Promise<R> {
    if (this.#waiting.size >= this.max_waiting) {
      throw new AppError("unavailable", this.busy, {
        headers: { "retry-after": "2" },
      });
    }
    clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    const id = this.#next_id++;
    const waiting = Promise.withResolvers<R>();
    this.#waiting.set(id, waiting);
    this.#worker.postMessage({ id, task });
    return waiting.promise;
  }

  close(): void {
    this.#letGo();
    this.#reject(new AppError("unavailable", "The server is stopping."));
  }

  #letGo(): void {
    clearTimeout(this.#idle);
    this.#worker?.terminate();
    this.#worker = null;
  }

  #reject(error: Error): void {
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }

  #start(): Worker {
    const worker = new Worker(this.module, { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Settled<R>>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.failure === undefined) waiting?.resolve(data.result as R);
      else waiting?.reject(new Error(`The worker failed: ${data.failure}`));
      if (this.#waiting.size > 0) return;
      this.#idle = setTimeout(() => this.#letGo(), IDLE_MS);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.#worker = null;
      this.#reject(new Error(`The worker broke: ${event.message}`));
    };
    return worker;
  }
}

/** In the worker: answers each task by `work`. */
export function serveTasks<T, R>(work: (task: T) => Promise<R>): void {
  const scope = self as unknown as Worker;
  scope.onmessage = async ({ data }: MessageEvent<{ id: number; task: T }>) => {
    const settled = await work(data.task).then(
      (result): Settled<R> => ({ id: data.id, result }),
      (error): Settled<R> => ({ id: data.id, failure: String(error) }),
    );
    scope.postMessage(settled);
  };
}
