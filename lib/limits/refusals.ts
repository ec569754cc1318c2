import { type Clock, dayOf } from "../clock.ts";
import { type Channel, channelName } from "../schemas/chat.ts";
import type { Refusal } from "../schemas/figures.ts";
import { commit } from "../store/commit.ts";
import { keys } from "../store/keys.ts";

const FLUSH_MS = 3_000;
/** A stranger's refused calls may fill this many counters before they are written. */
const MAX_PENDING = 10_000;

/**
 * Counts refused calls. They are gathered in memory and written every 3 s, so that a flood of them costs no
 * write each. Owns a timer: `close` writes the rest.
 */
export class RefusalCounter {
  #pending = new Map<string, { key: Deno.KvKey; count: bigint }>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private kv: Deno.Kv, private clock: Clock) {}

  note(twin_id: string, channel: Channel, reason: Refusal): void {
    const name = channelName(channel);
    if (name === null || this.#pending.size >= MAX_PENDING) return;
    const key = keys.figure(twin_id, dayOf(this.clock.now()), name, reason);
    const id = key.join(" ");
    const count = (this.#pending.get(id)?.count ?? 0n) + 1n;
    this.#pending.set(id, { key, count });
    this.#timer ??= setTimeout(() => this.flush().catch(() => {}), FLUSH_MS);
  }

  /** Writes what is gathered, at once. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (let i = 0; i < pending.length; i += 500) {
      const op = this.kv.atomic();
      for (const { key, count } of pending.slice(i, i + 500)) {
        op.sum(key, count);
      }
      await commit(op);
    }
  }

  async close(): Promise<void> {
    await this.flush();
  }
}

export type WithRefusals = { refusals: RefusalCounter };
