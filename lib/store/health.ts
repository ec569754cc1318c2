import type { Clock } from "../clock.ts";
import { commit } from "./commit.ts";
import { keys } from "./keys.ts";

type Store = { kv: Deno.Kv; clock: Clock };

const FRESH_MS = 1_000;
const TIMEOUT_MS = 2_000;

/**
 * Checks whether the store reads and writes: at most once a second while it does, shared by all callers meanwhile.
 */
export class HealthCheck {
  #asked_at = -Infinity;
  #answer: Promise<boolean> = Promise.resolve(false);

  /** `timeout_ms` is how long the store may take. */
  constructor(private timeout_ms = TIMEOUT_MS) {}

  /** True after a real write and read within 2 s. */
  isHealthy(app: Store): Promise<boolean> {
    const now = performance.now();
    if (now - this.#asked_at >= FRESH_MS) {
      this.#asked_at = now;
      this.#answer = ask(app, this.timeout_ms).then((is_healthy) => {
        // While it is down, check at every call.
        if (!is_healthy) this.#asked_at = -Infinity;
        return is_healthy;
      });
    }
    return this.#answer;
  }
}

export type WithHealth = { health: HealthCheck };

async function ask(
  { kv, clock }: Store,
  timeout_ms: number,
): Promise<boolean> {
  const at = clock.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), timeout_ms);
  });
  const wrote = commit(kv.atomic().set(keys.health(), at))
    .then(() => kv.get<number>(keys.health()))
    .then(({ value }) => value !== null && value >= at, () => false);
  return await Promise.race([wrote, late]).finally(() => clearTimeout(timer));
}
