/**
 * Exchanges being answered right now in this process, by session and the client's own message id: a retry
 * after a dropped connection waits for the one under way instead of asking again.
 */
export class OpenExchanges {
  #open = new Map<string, Promise<void>>();

  /** Resolves when no exchange with this id is under way. */
  async settled(id: string): Promise<void> {
    await this.#open.get(id);
  }

  /** Marks an exchange as under way; the returned function ends that. */
  begin(id: string): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#open.set(id, promise);
    return () => {
      if (this.#open.get(id) === promise) this.#open.delete(id);
      resolve();
    };
  }
}
