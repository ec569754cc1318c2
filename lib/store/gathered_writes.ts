import { isAppError } from "../errors.ts";
import type { StoreFailure } from "./breaker.ts";
import { isStoreFailure } from "./commit.ts";

type Options<V> = {
  /** How long values wait for more, in milliseconds. */
  wait_ms: number;
  /** The most values held: further ones are dropped, so that no flood fills the memory. */
  most: number;
  /** The most values passed to one call of `write`. */
  together: number;
  /** Merges two values of one name; may change `held` and return it. */
  add(held: V, other: V): V;
  write(some: V[]): Promise<unknown>;
};

/**
 * Gathers values by name and writes them after a while, so that a flood of them does not cost a write each. A failed
 * write does not affect others. While the store does not respond, what it has not accepted is held and retried,
 * except what it may have applied anyway, so that nothing is counted twice. Owns a timer: `close` writes the rest.
 */
export class GatheredWrites<V> {
  #held = new Map<string, V>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(private options: Options<V>) {}

  /** Returns whether it was accepted. */
  note(name: string, value: V): boolean {
    const { most, add, wait_ms } = this.options;
    const held = this.#held.get(name);
    if (held === undefined && this.#held.size >= most) return false;
    this.#held.set(name, held === undefined ? value : add(held, value));
    this.#timer ??= setTimeout(() => this.flush().catch(() => {}), wait_ms);
    return true;
  }

  /** Writes what is gathered now; throws the last write failure, after all others were tried. */
  flush(): Promise<void> {
    this.#stopTimer();
    return this.#writing = this.#writing.catch(() => {})
      .then(() => this.#write());
  }

  /** Writes what is gathered; what the store does not accept now is lost. */
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
