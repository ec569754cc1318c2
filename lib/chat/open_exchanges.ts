/**
 * Exchanges being answered right now in this process, by session and the client's own message id: a retry
 * after a dropped connection waits for the one under way instead of asking again.
 */
export class OpenExchanges {
  #open = new Map<string, Promise<void>>();

  /** Waits until no exchange with this id is under way and marks one; the returned function ends that. */
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
