import { AppError } from "./errors.ts";

/** What the worker is asked; `hash` null hashes, otherwise verifies. */
export type PasswordTask = {
  id: number;
  password: string;
  hash: string | null;
};
export type PasswordResult = {
  id: number;
  hash?: string;
  matches?: boolean;
  /** Why the task could not be done. */
  failure?: string;
};

/** More sign-ins than this at once are refused rather than kept waiting for seconds. */
const MAX_WAITING = 64;

/**
 * Hashes and verifies passwords with argon2id in a worker, so that the 20 ms and 19 MiB a hash takes never
 * hold up a chat. Owns the worker: `close` ends it.
 */
export class PasswordHasher {
  #worker: Worker | null = null;
  #waiting = new Map<number, PromiseWithResolvers<PasswordResult>>();
  #next_id = 0;
  #decoy: Promise<string> | null = null;

  constructor(private max_waiting = MAX_WAITING) {}

  /** The password's PHC string. */
  async hash(password: string): Promise<string> {
    return (await this.#run(password, null)).hash ?? "";
  }

  /**
   * Whether the password is the hashed one. With `hash` null (an unknown account) it takes as long and
   * answers false.
   */
  async verify(password: string, hash: string | null): Promise<boolean> {
    // Begun with the first verification of any account, so that an unknown one does not wait for it.
    const decoy = this.#decoyHash();
    decoy.catch(() => {});
    const { matches } = await this.#run(password, hash ?? await decoy);
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
    this.#worker?.terminate();
    this.#worker = null;
    for (const waiting of this.#waiting.values()) {
      waiting.reject(new AppError("unavailable", "The server is stopping."));
    }
    this.#waiting.clear();
  }

  #run(password: string, hash: string | null): Promise<PasswordResult> {
    if (this.#waiting.size >= this.max_waiting) {
      throw new AppError(
        "unavailable",
        "Too many people are signing in right now. Try again in a few seconds.",
        { headers: { "retry-after": "2" } },
      );
    }
    this.#worker ??= this.#start();
    const id = this.#next_id++;
    const waiting = Promise.withResolvers<PasswordResult>();
    this.#waiting.set(id, waiting);
    this.#worker.postMessage({ id, password, hash } satisfies PasswordTask);
    return waiting.promise;
  }

  #start(): Worker {
    const worker = new Worker(
      new URL("./passwords_worker.ts", import.meta.url),
      { type: "module" },
    );
    worker.onmessage = ({ data }: MessageEvent<PasswordResult>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.failure === undefined) waiting?.resolve(data);
      else waiting?.reject(new Error(`Hashing failed: ${data.failure}`));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      const broken = new Error(`Password worker failed: ${event.message}`);
      for (const waiting of this.#waiting.values()) waiting.reject(broken);
      this.#waiting.clear();
      this.#worker = null;
    };
    return worker;
  }
}
