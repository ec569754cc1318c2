import { delay } from "../store/commit.ts";

/** How long a process continues while another wants the same counters, in milliseconds. */
const TURN_MS = 250;
/** How long it then holds back, so that the other gets a turn. */
const HELD_BACK_MS = 180;
/** How long a process without competition continues; it then leaves enough time to read and to commit. */
const ALONE_MS = 900;
const LOOK_MS = 100;
/** How long a competitor is assumed to be there after it was first once. */
const REMEMBERED_MS = 2_000;

/**
 * Makes processes that want the same counters of a shared store take turns. The last to commit knows the counters'
 * state and can commit again at once, while all others have to read them first and come too late: without turns their
 * callers would wait for seconds, or in vain.
 */
export class Turns {
  #beaten_at = -Infinity;
  #began_at = 0;

  /** Nothing was waiting until now: all others had their chance. */
  begin(): void {
    this.#began_at = performance.now();
  }

  /** Another process was first. */
  beaten(): void {
    this.#began_at = this.#beaten_at = performance.now();
  }

  /** Whether another process wants the same counters. */
  get isContested(): boolean {
    return performance.now() - this.#beaten_at <= REMEMBERED_MS;
  }

  /** Resolves when this process may continue: at once while it is its turn. */
  async come(): Promise<void> {
    const [turn_ms, held_back_ms] = this.isContested
      ? [TURN_MS, HELD_BACK_MS]
      : [ALONE_MS, LOOK_MS];
    if (performance.now() - this.#began_at < turn_ms) return;
    await delay(held_back_ms);
    this.begin();
  }
}
