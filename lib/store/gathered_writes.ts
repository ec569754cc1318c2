import { isAppError } from "../errors.ts";
import type { StoreFailure } from "./breaker.ts";
import { isStoreFailure } from "./commit.ts";

type Options<V> = {
  /** How long what is noted waits for more, in milliseconds. */
  wait_ms: number;
  /** How many values are held at most: what comes beyond is not noted, so that no flood fills the memory. */
  most: number;
  /** How many values one call of `write` is given. */
  together: number;
  /** Two values of one name as one; may change `held` and return it. */
  add(held: V, other: V): V;
  write(some: V[]): Promise<unknown>;
};

/**
 * Gathers values by name and writes them after a while, so that a flood of them costs no write each. A write that fails
 * takes no other with it. While the store does not answer, what it has not taken is held and tried again; only what it
 * may have taken all the same is not, so that nothing is counted twice. Owns a timer: `close` writes the rest.
 */
export class GatheredWrites<V> {
  #held = new Map<string, V>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(private options: Options<V>) {}

  /** Answers whether it was noted. */
  note(name: string, value: V): boolean {
    const { most, add, wait_ms } = this.options;
    const held = this.#held.get(name);
    if (held === undefined && this.#held.size >= most) return false;
    this.#held.set(name, held === undefined ? value : add(held, value));
    this.#timer ??= setTimeout(() => this.flush().catch(() => {}), wait_ms);
    return true;
  }

  /** Writes what is gathered, at once; throws the last failure of a write, after all others were tried. */
  flush(): Promise<void> {
    this.#stopTimer();
    return this.#writing = this.#writing.catch(() => {})
      .then(() => this.#write());
  }

  /** Writes what is gathered; what the store does not take now is lost. */
  async close(): Promise<void> {
    await this.flush().catch(() => {});
    this.#stopTimer();
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #write(): Promise<void> {
    const { together, write } = this.options;
    const all = [...this.#held];
    this.#held.clear();
    const failures: unknown[] = [];
    for (let i = 0; i < all.length; i += together) {
      try {
        await write(all.slice(i, i + together).map(([, value]) => value));
      } catch (error) {
        failures.push(error);
        const failure = isAppError(error) ? error.cause : error;
        if (!isStoreFailure(failure)) continue;
        const { in_doubt } = failure as Partial<StoreFailure>;
        const left = all.slice(in_doubt ? i + together : i);
        for (const [name, value] of left) this.note(name, value);
        break;
      }
    }
    if (failures.length > 0) throw failures.at(-1);
  }
}
