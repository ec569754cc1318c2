import { AppError } from "../errors.ts";

type Waiting = { account: string; begin: () => void };

const AT_ONCE_EACH = 3;
const MAX_WAITING_EACH = 20;

/**
 * Limits how many large bodies are held in memory at once: in total, and more tightly per account, so that an account's
 * waiting bodies never hold up those of others.
 */
export class Uploads {
  /** `what` names the waiting things. */
  constructor(private at_once = 6, private what = "uploads") {}

  #waiting: Waiting[] = [];
  #running = new Map<string, number>();

  /** Runs `work` when there is room. Throws `unavailable` if twenty of the account are waiting already. */
  async run<T>(account: string, work: () => Promise<T>): Promise<T> {
    await this.#place(account);
    try {
      return await work();
    } finally {
      const left = (this.#running.get(account) ?? 1) - 1;
      if (left > 0) this.#running.set(account, left);
      else this.#running.delete(account);
      this.#begin();
    }
  }

  #place(account: string): Promise<void> {
    const own = this.#waiting.filter((one) => one.account === account);
    if (own.length >= MAX_WAITING_EACH) {
      throw new AppError(
        "unavailable",
        `Twenty ${this.what} of your team are waiting. Try again when they are in.`,
        { retry_after_s: 5 },
      );
    }
    return new Promise((resolve) => {
      this.#waiting.push({ account, begin: resolve });
      this.#begin();
    });
  }

  #begin(): void {
    const total = () =>
      [...this.#running.values()].reduce((sum, one) => sum + one, 0);
    while (total() < this.at_once) {
      const at = this.#waiting.findIndex(({ account }) =>
        (this.#running.get(account) ?? 0) < AT_ONCE_EACH
      );
      if (at < 0) return;
      const [{ account, begin }] = this.#waiting.splice(at, 1);
      this.#running.set(account, (this.#running.get(account) ?? 0) + 1);
      begin();
    }
  }
}

export type WithUploads = { uploads: Uploads };
/** Pages being read while the user waits: a server may take its time, and send five megabytes. */
export type WithPageReads = { page_reads: Uploads };
