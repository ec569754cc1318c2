import { AppError } from "../errors.ts";
import { startChild } from "./child.ts";
import type { Message } from "./message.ts";
import type { Bounds, Runner } from "./runner.ts";
import { startWorker } from "./worker.ts";

type PoolOptions = {
  /** The module to run; it calls `serveTasks`. */
  module: URL;
  bounds: Bounds;
  /** How many tasks run at once, and how many may wait: in total, and per account. */
  at_once: number;
  max_waiting: number;
  max_waiting_each: number;
  /** What to do when too many wait: in total, and per account. */
  busy: string;
  busy_each: string;
};

type Waiting = PromiseWithResolvers<Message> & {
  task: Message;
  account: string;
};

/** An idle runner is released after this long: it holds tens of megabytes, and starts in half a second. */
const IDLE_MS = 10_000;

/**
 * Runs tasks with untrusted input in isolation: a few at once, one per account, so that nobody takes all places. Owns
 * its runners: `close` ends them.
 */
export class IsolatedPool {
  #waiting: Waiting[] = [];
  /** The accounts with a running task. */
  #running = new Map<string, Runner>();
  #idle: Runner[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** False once a process could not be started: Deno Deploy permits none. */
  #can_spawn = true;

  constructor(private options: PoolOptions) {}

  /** Throws `unavailable` if too many are waiting, `TaskEnded`, and the isolated code's own errors. */
  run(task: Message, account: string): Promise<Message> {
    const { max_waiting, max_waiting_each, busy, busy_each } = this.options;
    const own = this.#waiting.filter((one) => one.account === account);
    if (own.length >= max_waiting_each) throw tooMany(busy_each);
    if (this.#waiting.length >= max_waiting) throw tooMany(busy);
    const waiting = {
      ...Promise.withResolvers<Message>(),
      ...{ task, account },
    };
    this.#waiting.push(waiting);
    this.#begin();
    return waiting.promise;
  }

  /** How many tasks run, and how many wait. */
  get load(): { running: number; waiting: number } {
    return { running: this.#running.size, waiting: this.#waiting.length };
  }

  close(): void {
    clearTimeout(this.#timer);
    const stopping = new AppError("unavailable", "The server is stopping.");
    for (const { reject } of this.#waiting.splice(0)) reject(stopping);
    for (const runner of this.#idle.splice(0)) runner.end();
    for (const runner of this.#running.values()) runner.end();
  }

  /** Gives free places to those who have waited longest and whose account runs nothing. */
  #begin(): void {
    clearTimeout(this.#timer);
    while (this.#running.size < this.options.at_once) {
      const at = this.#waiting.findIndex(({ account }) =>
        !this.#running.has(account)
      );
      if (at < 0) break;
      const [next] = this.#waiting.splice(at, 1);
      this.#work(next).then(next.resolve, next.reject);
    }
    if (this.#running.size > 0 || this.#idle.length === 0) return;
    this.#timer = setTimeout(() => {
      for (const runner of this.#idle.splice(0)) runner.end();
    }, IDLE_MS);
  }

  async #work({ task, account }: Waiting): Promise<Message> {
    const runner = this.#idle.pop() ?? this.#start();
    this.#running.set(account, runner);
    try {
      return await runner.ask(task);
    } finally {
      this.#running.delete(account);
      if (runner.isHealthy()) this.#idle.push(runner);
      else runner.end();
      this.#begin();
    }
  }

  #start(): Runner {
    const { module, bounds } = this.options;
    if (this.#can_spawn) {
      try {
        return startChild(module, bounds);
      } catch {
        this.#can_spawn = false;
      }
    }
    return startWorker(module, bounds);
  }
}

function tooMany(detail: string): AppError {
  return new AppError("unavailable", detail, {
    retry_after_s: 5,
  });
}
