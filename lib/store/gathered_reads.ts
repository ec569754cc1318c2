import type { Key } from "./keys.ts";

/** The store accepts ten keys per read. */
const MAX_KEYS = 10;
/** Concurrent reads. */
const MAX_RUNNING = 4;

type Wanted = {
  key: Key;
  result: PromiseWithResolvers<Deno.KvEntryMaybe<unknown>>;
};

/**
 * Batches reads: keys requested while other reads run go together into the next, each once. Never older than the
 * moment of the request.
 */
export class GatheredReads {
  #waiting = new Map<string, Wanted>();
  #running = 0;
  #begins = false;

  constructor(private kv: Deno.Kv) {}

  async get<T>(key: Key): Promise<Deno.KvEntryMaybe<T>> {
    const id = key.join("\0");
    const waiting = this.#waiting.get(id);
    const wanted = waiting ?? { key, result: Promise.withResolvers() };
    if (!waiting) this.#waiting.set(id, wanted);
    if (!this.#begins && this.#running < MAX_RUNNING) {
      this.#begins = true;
      // One turn of the event loop gathers what is requested together.
      queueMicrotask(() => this.#begin());
    }
    return await wanted.result.promise as Deno.KvEntryMaybe<T>;
  }

  #begin(): void {
    this.#begins = false;
    while (this.#waiting.size > 0 && this.#running < MAX_RUNNING) {
      const batch = [...this.#waiting].slice(0, MAX_KEYS);
      for (const [id] of batch) this.#waiting.delete(id);
      this.#read(batch.map(([, wanted]) => wanted));
    }
  }

  async #read(batch: Wanted[]): Promise<void> {
    this.#running++;
    try {
      const entries = await this.kv.getMany<unknown[]>(
        batch.map(({ key }) => key),
      );
      batch.forEach(({ result }, i) => result.resolve(entries[i]));
    } catch (error) {
      for (const { result } of batch) result.reject(error);
    }
    this.#running--;
    this.#begin();
  }
}

export type WithReads = { reads: GatheredReads };
