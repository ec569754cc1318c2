import { AppError } from "../errors.ts";
import type {
  PasswordCost,
  PasswordResult,
  PasswordTask,
} from "./passwords_worker.ts";
import { WorkerQueue } from "../worker_queue.ts";

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. */
const COST = { memorySize: 19_456, iterations: 2, parallelism: 1 };
/** Beyond this many waiting sign-ins, further ones are refused rather than delayed by seconds. */
const MAX_WAITING = 64;
/** This many per address wait in the main queue; others wait behind those, up to a limit. */
const MAX_EACH = 4;
const MAX_BEHIND = 60;

/** How many of one address wait in the main queue, and who waits for one of their places. */
type Places = { taken: number; behind: (() => void)[] };

/**
 * Hashes and verifies passwords with argon2id in a worker, so that the 20 ms and 19 MiB per hash never hold up a
 * chat. Owns the worker: `close` ends it.
 */
export class PasswordHasher {
  #queue: WorkerQueue<PasswordTask, PasswordResult>;
  #decoy: Promise<string> | null = null;
  /** Keyed by requester. */
  #places = new Map<string, Places>();
  #closed = false;
  #cost: PasswordCost;

  constructor({ max_waiting = MAX_WAITING, cost = COST } = {}) {
    this.#cost = cost;
    this.#queue = new WorkerQueue(
      new URL("./passwords_worker.ts", import.meta.url),
      max_waiting,
      "Too many people are signing in right now. Try again in a few seconds.",
    );
  }

  /**
   * Returns the password's PHC string. `by` identifies the requester, an address or an account: each has at most four
   * places in the queue, so that no one can block the others. Throws `unavailable` if too many wait.
   */
  async hash(password: string, by: string): Promise<string> {
    return String(await this.#run({ password, cost: this.#cost }, by));
  }

  /**
   * Whether the password matches the hash. With `hash` null (an unknown account) it takes as long and returns false.
   * Throws as `hash`.
   */
  async verify(
    password: string,
    hash: string | null,
    by: string,
  ): Promise<boolean> {
    // Started with the first verification of any account, so that an unknown account does not wait for it.
    const decoy = this.#decoyHash();
    decoy.catch(() => {});
    const against = hash ?? await decoy;
    const matches = await this.#run({ password, hash: against }, by);
    return hash !== null && matches === true;
  }

  async #run(task: PasswordTask, by: string): Promise<PasswordResult> {
    const places = this.#places.get(by) ?? { taken: 0, behind: [] };
    this.#places.set(by, places);
    if (places.taken < MAX_EACH) places.taken++;
    else await this.#waitBehind(places);
    try {
      if (this.#closed) throw unavailable("The server is stopping.");
      return await this.#queue.run(task);
    } finally {
      const next = places.behind.shift();
      if (next) next();
      else if (--places.taken === 0) this.#places.delete(by);
    }
  }

  #waitBehind({ behind }: Places): Promise<void> {
    if (behind.length >= MAX_BEHIND) {
      throw unavailable(
        "Too many people are signing in from your network right now. Try again in a few seconds.",
      );
    }
    return new Promise((resolve) => behind.push(resolve));
  }

  /** The hash that passwords of unknown accounts are compared with. Created once; recreated if that failed. */
  #decoyHash(): Promise<string> {
    return this.#decoy ??= this.hash("nobody has this password", "").catch(
      (error) => {
        this.#decoy = null;
        throw error;
      },
    );
  }

  close(): void {
    this.#closed = true;
    this.#queue.close();
  }
}

export type WithPasswords = { passwords: PasswordHasher };

function unavailable(detail: string): AppError {
  return new AppError("unavailable", detail, {
    retry_after_s: 2,
  });
}
