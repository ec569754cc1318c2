import { AppError } from "../errors.ts";
import { commitLocked, commitWithRetry } from "./commit.ts";
import type { Key } from "./keys.ts";

/** The store takes 100 checks and 1,000 mutations a commit. */
const MAX_CHECKS = 100;
const MAX_MUTATIONS = 900;
const MAX_QUEUE = 20_000;

/** What an attempt may do to a commit; an atomic operation of the store is one too. */
export type Changes = {
  check(...checks: Deno.AtomicCheck[]): Changes;
  set(key: Key, value: unknown): Changes;
  delete(key: Key): Changes;
  sum(key: Key, n: bigint): Changes;
};

type Step = (op: Deno.AtomicOperation) => void;

/** The changes of one attempt, kept apart until it is certain that all of them go. */
class Buffer implements Changes {
  readonly steps: Step[] = [];
  readonly keys: string[] = [];
  readonly sums: [Key, bigint][] = [];
  checks = 0;

  check(...checks: Deno.AtomicCheck[]): this {
    this.checks += checks.length;
    return this.#add((op) => op.check(...checks));
  }
  set(key: Key, value: unknown): this {
    this.keys.push(JSON.stringify(key));
    return this.#add((op) => op.set(key, value));
  }
  delete(key: Key): this {
    this.keys.push(JSON.stringify(key));
    return this.#add((op) => op.delete(key));
  }
  sum(key: Key, n: bigint): this {
    this.sums.push([key, n]);
    return this;
  }
  #add(step: Step): this {
    this.steps.push(step);
    return this;
  }
}

/** Many additions to one counter are one. */
function addUp(sums: Map<string, [Key, bigint]>, key: Key, n: bigint): void {
  const id = JSON.stringify(key);
  sums.set(id, [key, n + (sums.get(id)?.[1] ?? 0n)]);
}

type Waiting = {
  attempt: (changes: Changes) => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
};

/**
 * Commits gathered: what arrives while one commit runs goes into the next, as a single atomic write. For many
 * small changes to different things, each durable when it answers. Owns its queue: `close` ends it.
 */
export class GatheredCommits {
  #queue: Waiting[] = [];
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(private kv: Deno.Kv) {}

  /**
   * As `commitWithRetry`, together with others. `attempt` may run again: when a check of anyone in the commit
   * fails, when another in it changes the same key (then it is taken up alone), or when the commit is full.
   * Throws `unavailable` when more than 20,000 wait.
   */
  run<T>(attempt: (changes: Changes) => Promise<T>): Promise<T> {
    if (this.#closed || this.#queue.length >= MAX_QUEUE) {
      return Promise.reject(
        new AppError(
          "unavailable",
          "Too much is being written at once. Try again in a second.",
          { headers: { "retry-after": "1" } },
        ),
      );
    }
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    this.#queue.push({
      attempt,
      resolve: resolve as (value: unknown) => void,
      reject,
    });
    this.#running ??= this.#drain();
    return promise;
  }

  /** Takes no more; resolves when what waits is written. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #drain(): Promise<void> {
    // One turn of the loop gathers what arrived together.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      await this.#commitTogether(this.#queue.splice(0, MAX_CHECKS));
    }
    this.#running = null;
  }

  async #commitTogether(batch: Waiting[]): Promise<void> {
    if (batch.length === 1) return await this.#commitAlone(batch[0]);
    const tried = await Promise.all(batch.map((waiting) => this.#try(waiting)));
    const op = this.kv.atomic();
    const together: [Waiting, unknown][] = [];
    const alone: Waiting[] = [];
    const later: Waiting[] = [];
    const taken = new Set<string>();
    const sums = new Map<string, [Key, bigint]>();
    let checks = 0;
    let mutations = 0;
    for (const result of tried) {
      if (result === null) continue;
      const { waiting, buffer, value } = result;
      if (buffer.keys.some((key) => taken.has(key))) {
        alone.push(waiting);
        continue;
      }
      checks += buffer.checks;
      mutations += buffer.steps.length + buffer.sums.length;
      if (
        together.length > 0 &&
        (checks > MAX_CHECKS || mutations > MAX_MUTATIONS)
      ) {
        later.push(waiting);
        continue;
      }
      for (const key of buffer.keys) taken.add(key);
      for (const step of buffer.steps) step(op);
      for (const [key, n] of buffer.sums) addUp(sums, key, n);
      together.push([waiting, value]);
    }
    for (const [key, n] of sums.values()) op.sum(key, n);
    this.#queue.unshift(...later);
    try {
      const { ok } = await commitLocked(op);
      for (const [waiting, value] of together) {
        if (ok) waiting.resolve(value);
        else alone.push(waiting);
      }
    } catch (error) {
      // A store that fails is not asked again for each of them.
      for (const [waiting] of together) waiting.reject(error);
    }
    for (const waiting of alone) await this.#commitAlone(waiting);
  }

  /** Runs an attempt on a buffer of its own; null when it refused, which it has been told. */
  async #try(waiting: Waiting) {
    const buffer = new Buffer();
    try {
      return { waiting, buffer, value: await waiting.attempt(buffer) };
    } catch (error) {
      waiting.reject(error);
      return null;
    }
  }

  async #commitAlone({ attempt, resolve, reject }: Waiting): Promise<void> {
    await commitWithRetry(this.kv, attempt).then(resolve, reject);
  }
}
