/** The sites being read by this process. Owns them: `close` ends them. */
export class SiteImports {
  #running = new Map<string, AbortController>();
  #ends = new Set<Promise<void>>();

  /** Runs `work` until it ends or is stopped. */
  begin(id: string, work: (signal: AbortSignal) => Promise<void>): void {
    const stop = new AbortController();
    this.#running.set(id, stop);
    const end = work(stop.signal).finally(() => {
      this.#running.delete(id);
      this.#ends.delete(end);
    });
    this.#ends.add(end);
  }

  stop(id: string): void {
    this.#running.get(id)?.abort();
  }

  async close(): Promise<void> {
    for (const stop of this.#running.values()) stop.abort();
    await Promise.all(this.#ends);
  }
}

export type WithSiteImports = { sites: SiteImports };
