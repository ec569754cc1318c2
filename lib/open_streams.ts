import { keys } from "./store/keys.ts";
import { newToken } from "./tokens.ts";

type Stream = {
  isAllowed: () => Promise<boolean>;
  end: () => void;
  /** The sign of the revocations it was last checked after; null for a stream that is new. */
  checked: string | null;
};

/** How often a process with open streams asks whether any credential ended, in milliseconds. */
const POLL_MS = 400;

/**
 * Ends open streams whose credential was revoked, in whichever process: one read of one key per poll and
 * process, and only when it changed one check per stream. Owns a timer while streams are open.
 */
export class OpenStreams {
  #streams = new Set<Stream>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #polling = false;

  constructor(private kv: Deno.Kv) {}

  get size(): number {
    return this.#streams.size;
  }

  /**
   * Watches a stream until the returned function is called. `isAllowed` reads the credential anew; `end` is
   * called within a second of its refusal.
   */
  watch(isAllowed: () => Promise<boolean>, end: () => void): () => void {
    // Not checked yet: its credential may have ended while its request was on the way here.
    const stream: Stream = { isAllowed, end, checked: null };
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
  }

  async #poll(): Promise<void> {
    if (this.#polling) return;
    this.#polling = true;
    try {
      const { value } = await this.kv.get<string>(keys.revocations());
      const marker = value ?? "";
      for (const stream of [...this.#streams]) {
        if (stream.checked === marker) continue;
        if (!await stream.isAllowed()) stream.end();
        stream.checked = marker;
      }
    } catch {
      // A store that does not answer is asked again at the next poll.
    } finally {
      this.#polling = false;
    }
  }
}

/** Adds to a commit that ends a credential the sign by which every process looks at its open streams. */
export function markRevocation(op: Deno.AtomicOperation): void {
  op.set(keys.revocations(), newToken());
}
