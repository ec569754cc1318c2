import { type Clock, dayOf } from "../clock.ts";
import { type Channel, channelName } from "../schemas/chat.ts";
import type { Refusal } from "../schemas/figures.ts";
import { commit } from "../store/commit.ts";
import { GatheredWrites } from "../store/gathered_writes.ts";
import { type Key, keys } from "../store/keys.ts";

type Counted = { key: Key; count: bigint };

/** Counts refused calls, gathered and written every 3 s. Owns a timer: `close` writes the rest. */
export class RefusalCounter {
  #counts: GatheredWrites<Counted>;

  constructor(private kv: Deno.Kv, private clock: Clock) {
    this.#counts = new GatheredWrites({
      wait_ms: 3_000,
      most: 10_000,
      together: 500,
      add: (held, { count }) => ({ ...held, count: held.count + count }),
      write: (some) => this.#write(some),
    });
  }

  note(twin_id: string, channel: Channel, reason: Refusal): void {
    const name = channelName(channel);
    if (name === null) return;
    const key = keys.figure(twin_id, dayOf(this.clock.now()), name, reason);
    this.#counts.note(key.join(" "), { key, count: 1n });
  }

  /** Writes what is gathered now. */
  flush(): Promise<void> {
    return this.#counts.flush();
  }

  close(): Promise<void> {
    return this.#counts.close();
  }

  #write(some: Counted[]) {
    const op = this.kv.atomic();
    for (const { key, count } of some) op.sum(key, count);
    return commit(op);
  }
}

export type WithRefusals = { refusals: RefusalCounter };
