import { WorkerQueue } from "../worker_queue.ts";

/** What the worker is asked: to hash where `hash` is null, otherwise to verify. */
export type PasswordTask = { password: string; hash: string | null };
/** The PHC string, or whether the password is the hashed one. */
export type PasswordResult = string | boolean;

/** More sign-ins than this at once are refused rather than kept waiting for seconds. */
const MAX_WAITING = 64;

/**
 * Hashes and verifies passwords with argon2id in a worker, so that the 20 ms and 19 MiB a hash takes never
 * hold up a chat. Owns the worker: `close` ends it.
 */
export class PasswordHasher {
  #queue: WorkerQueue<PasswordTask, PasswordResult>;
  #decoy: Promise<string> | null = null;

  constructor(max_waiting = MAX_WAITING) {
    this.#queue = new WorkerQueue(
      new URL("./passwords_worker.ts", import.meta.url),
      max_waiting,
      "Too many people are signing in right now. Try again in a few seconds.",
    );
  }

  /** The password's PHC string. */
  async hash(password: string): Promise<string> {
    return String(await this.#queue.run({ password, hash: null }));
  }

  /**
   * Whether the password is the hashed one. With `hash` null (an unknown account) it takes as long and
   * answers false.
   */
  async verify(password: string, hash: string | null): Promise<boolean> {
    // Begun with the first verification of any account, so that an unknown one does not wait for it.
    const decoy = this.#decoyHash();
    decoy.catch(() => {});
    const against = hash ?? await decoy;
    const matches = await this.#queue.run({ password, hash: against });
    return hash !== null && matches === true;
  }

  /** What passwords of unknown accounts are held against. Made once; again where that failed. */
  #decoyHash(): Promise<string> {
    return this.#decoy ??= this.hash("nobody has this password").catch(
      (error) => {
        this.#decoy = null;
        throw error;
      },
    );
  }

  close(): void {
    this.#queue.close();
  }
}
