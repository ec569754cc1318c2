import { AppError } from "./errors.ts";

/** What became of a task. */
export type Settled<R> = { id: number; result?: R; failure?: string };

type Waiting<T, R> = PromiseWithResolvers<R> & { id: number; task: T };

/** An idle worker is released after this long: it holds tens of megabytes, and starts in a tenth of a second. */
const IDLE_MS = 10_000;

/**
 * Passes our own tasks to a worker, one after the other, so that none of them holds up a chat. The worker starts with
 * the first task, and again after it failed, was stopped because of a task, or was released. Owns it: `close` ends
 * it.
 */
export class WorkerQueue<T, R> {
  #worker: Worker | null = null;
  /** In order; the first is being processed. */
  #waiting: Waiting<T, R>[] = [];
  #next_id = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `busy` says what to do when more than `max_waiting` tasks wait. */
  constructor(
    private module: URL,
    private max_waiting: number,
    private busy: string,
  ) {}

  /** Throws `unavailable` if too many are waiting, and the worker's own error. */
  run(task: T): Promise<R> {
    if (this.#waiting.length >= this.max_waiting) {
      throw new AppError("unavailable", this.busy, {
        retry_after_s: 2,
      });
    }
    const waiting = {
      ...Promise.withResolvers<R>(),
      id: this.#next_id++,
      task,
    };
    this.#waiting.push(waiting);
    if (this.#waiting.length === 1) this.#begin();
    return waiting.promise;
  }

  close(): void {
    this.#letGo();
    const stopping = new AppError("unavailable", "The server is stopping.");
    for (const { reject } of this.#waiting.splice(0)) reject(stopping);
  }

  /** Gives the worker the first waiting task; without one it is released after a while. */
  #begin(): void {
    clearTimeout(this.#timer);
    const first = this.#waiting.at(0);
    if (!first) {
      this.#timer = setTimeout(() => this.#letGo(), IDLE_MS);
      return;
    }
    this.#worker ??= this.#start();
    this.#worker.postMessage({ id: first.id, task: first.task });
  }

  /** Settles the current task and continues with the next. */
  #end(id: number, settle: (waiting: Waiting<T, R>) => void): void {
    if (this.#waiting.at(0)?.id !== id) return;
    const [waiting] = this.#waiting.splice(0, 1);
    settle(waiting);
    this.#begin();
  }

  #letGo(): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = null;
  }

  #start(): Worker {
    const worker = new Worker(this.module, { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Settled<R>>) =>
      this.#end(
        data.id,
        ({ resolve, reject }) =>
          data.failure === undefined
            ? resolve(data.result as R)
            : reject(new Error(`The worker failed: ${data.failure}`)),
      );
    worker.onerror = (event) => {
      event.preventDefault();
      this.#letGo();
      const id = this.#waiting.at(0)?.id ?? -1;
      this.#end(
        id,
        ({ reject }) => reject(new Error(`The worker broke: ${event.message}`)),
      );
    };
    return worker;
  }
}

/** Runs in the worker: answers each task with `work`. */
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
