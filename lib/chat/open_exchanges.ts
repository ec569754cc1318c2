/**
 * Exchanges being answered in this process, by session and the client's message id: a retry after a dropped
 * connection waits for the running one instead of asking again.
 */
export class OpenExchanges {
  #open = new Map<string, Promise<void>>();

  /** Waits until no exchange with this id is running and registers one; the returned function ends it. */
  async begin(id: string): Promise<() => void> {
    while (this.#open.has(id)) await this.#open.get(id);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#open.set(id, promise);
    return () => {
      if (this.#open.get(id) === promise) this.#open.delete(id);
      resolve();
    };
  }
}

export type WithExchanges = { exchanges: OpenExchanges };
