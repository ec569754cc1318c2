import { keys } from "./store/keys.ts";
import { newToken } from "./tokens.ts";

type Stream = { isAllowed: () => Promise<boolean>; end: () => void };

/** How often a process with open streams asks whether any credential ended, in milliseconds. */
const POLL_MS = 400;

/**
 * Ends open streams whose credential was revoked, in whichever process: one read of one key per poll and
 * process, and only when it changed one check per stream. Owns a timer while streams are open.
 */
export class OpenStreams {
  #streams = new Set<Stream>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #seen: string | null = null;

  constructor(private kv: Deno.Kv) {}

  get size(): number {
    return this.#streams.size;
  }

  /**
   * Watches a stream until the returned function is called. `isAllowed` reads the credential anew; `end` is
   * called within a second of its refusal.
   */
  watch(isAllowed: () => Promise<boolean>, end: () => void): () => void {
    const stream = { isAllowed, end };
    this.#streams.add(stream);
    this.#timer ??= setInterval(() => this.#poll(), POLL_MS);
    return () => {
      this.#streams.delete(stream);
      if (this.#streams.size === 0) this.close();
    };
  }

  close(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    // What happened while nobody looked must count at the next first poll.
    this.#seen = null;
  }

  async #poll(): Promise<void> {
    try {
      const { value } = await this.kv.get<string>(keys.revocations());
      const marker = value ?? "";
      if (marker === this.#seen) return;
      for (const stream of [...this.#streams]) {
        if (!await stream.isAllowed()) stream.end();
      }
      this.#seen = marker;
    } catch {
      // A store that does not answer is asked again at the next poll.
    }
  }
}

/** Adds to a commit that ends a credential the sign by which every process looks at its open streams. */
export function markRevocation(op: Deno.AtomicOperation): void {
  op.set(keys.revocations(), newToken());
}
