import { AppError } from "../errors.ts";
import type {
  PasswordCost,
  PasswordResult,
  PasswordTask,
} from "./passwords_worker.ts";
import { WorkerQueue } from "../worker_queue.ts";

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. */
const COST = { memorySize: 19_456, iterations: 2, parallelism: 1 };
/** More sign-ins than this at once are refused rather than kept waiting for seconds. */
const MAX_WAITING = 64;
/** This many of one address wait among the others; more wait behind those, up to a limit. */
const MAX_EACH = 4;
const MAX_BEHIND = 60;

/** How many of one address wait among the others, and who waits for one of their places. */
type Places = { taken: number; behind: (() => void)[] };

/**
 * Hashes and verifies passwords with argon2id in a worker, so that the 20 ms and 19 MiB a hash takes never
 * hold up a chat. Owns the worker: `close` ends it.
 */
export class PasswordHasher {
  #queue: WorkerQueue<PasswordTask, PasswordResult>;
  #decoy: Promise<string> | null = null;
  /** By who has asked. */
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
   * The password's PHC string. `by` tells who asks, an address or an account: of each only four wait among the
   * others, so that nobody keeps them out. Throws `unavailable` where too many wait.
   */
  async hash(password: string, by: string): Promise<string> {
    return String(await this.#run({ password, cost: this.#cost }, by));
  }

  /**
   * Whether the password is the hashed one. With `hash` null (an unknown account) it takes as long and
   * answers false. Throws as `hash`.
   */
  async verify(
    password: string,
    hash: string | null,
    by: string,
  ): Promise<boolean> {
    // Begun with the first verification of any account, so that an unknown one does not wait for it.
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

  /** What passwords of unknown accounts are held against. Made once; again where that failed. */
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
