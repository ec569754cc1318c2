import { type Clock, DAY, dayOf, iso, MINUTE } from "../clock.ts";
import { keys } from "../store/keys.ts";
import { expiryKey } from "../store/expiries.ts";
import { commit, commitWithRetry } from "../store/commit.ts";
import { GatheredWrites } from "../store/gathered_writes.ts";

/** When a key was used, in milliseconds, and for what. */
type Use = { at: number; for: string };

/** One origin's use of one key on one day. */
export type OriginUse = { allowed: number; refused: number; last_ms: number };

/**
 * Origins counted individually per key and day: this many permitted and as many refused, so that made-up origins hide
 * no real one. The rest count together as "other".
 */
const MAX_ORIGINS = 50;
/** This many are always kept; among the others, the one with the fewest calls makes room. */
const STEADY = 25;
const OTHER = "other";
/** Longer than any real origin: a stranger's input must not outgrow its entry. */
const MAX_ORIGIN_LENGTH = 300;
/** How many keys' uses, and keys' days of origins, are gathered before they are written. */
const MAX_PENDING = 10_000;

type LastUse = Use & { key_id: string };
type Origins = { key_id: string; day: string; uses: Map<string, OriginUse> };

/**
 * Records when a key was last used and which origins called with it. Both are gathered and written every 3 s. Owns
 * timers: `close` writes the rest.
 */
export class KeyUses {
  #origins: GatheredWrites<Origins>;
  #last_used: GatheredWrites<LastUse>;
  #written = new Map<string, Use>();

  constructor(private kv: Deno.Kv, private clock: Clock) {
    const options = { wait_ms: 3_000, most: MAX_PENDING, together: 1 };
    this.#last_used = new GatheredWrites({
      ...options,
      add: (held, other) => other.at < held.at ? held : other,
      write: ([{ key_id, at, for: used_for }]) =>
        commit(
          this.kv.atomic().set(keys.keyLastUsed(key_id), iso(at))
            .set(keys.keyLastUsedFor(key_id), used_for),
        ),
    });
    this.#origins = new GatheredWrites({
      ...options,
      add(held, { uses }) {
        for (const [origin, use] of uses) addUse(held.uses, origin, use);
        return held;
      },
      write: ([some]) => this.#merge(some),
    });
  }

  /** Records a call; `origin` is null for a server's, `used_for` null if it was refused. */
  note(key_id: string, origin: string | null, used_for: string | null): void {
    const now = this.clock.now();
    const allowed = used_for !== null;
    if (allowed) this.#used(key_id, { at: now, for: used_for });
    if (origin !== null) this.#count(key_id, origin, allowed, now);
  }

  /** Writes what is gathered now. */
  async flush(): Promise<void> {
    const written = [this.#last_used.flush(), this.#origins.flush()];
    await Promise.allSettled(written);
    await Promise.all(written);
  }

  async close(): Promise<void> {
    await this.#last_used.close();
    await this.#origins.close();
  }

  /** The first use is written at once, later ones once a minute, and one with another purpose in the next write. */
  #used(key_id: string, use: Use): void {
    const written = this.#written.get(key_id);
    const is_due = !written || use.at - written.at >= MINUTE;
    if (!is_due && written.for === use.for) return;
    this.#written.set(key_id, is_due ? use : { ...written, for: use.for });
    if (this.#written.size > MAX_PENDING) this.#written.clear();
    this.#last_used.note(key_id, { ...use, key_id });
    if (is_due) this.#last_used.flush().catch(() => {});
  }

  #count(key_id: string, origin: string, allowed: boolean, now: number): void {
    const day = dayOf(now);
    const uses = new Map<string, OriginUse>();
    addUse(uses, origin, {
      allowed: allowed ? 1 : 0,
      refused: allowed ? 0 : 1,
      last_ms: now,
    });
    this.#origins.note(`${key_id} ${day}`, { key_id, day, uses });
  }

  #merge({ key_id, day, uses }: Origins): Promise<void> {
    const key = keys.keyOrigins(key_id, day);
    return commitWithRetry(this.kv, async (op) => {
      const entry = await this.kv.get<Map<string, OriginUse>>(key);
      const merged = new Map(entry.value);
      for (const [origin, use] of uses) addUse(merged, origin, use);
      op.check(entry).set(key, merged);
      if (entry.value !== null) return;
      op.set(expiryKey(Date.parse(day) + 9 * DAY, "delete", key), null);
    });
  }
}

export type WithKeyUses = { key_uses: KeyUses };

function addUse(
  uses: Map<string, OriginUse>,
  origin: string,
  use: OriginUse,
): void {
  const name = origin.length <= MAX_ORIGIN_LENGTH ? origin : OTHER;
  if (!uses.has(name)) makeRoom(uses, use.allowed > 0);
  const before = uses.get(name) ?? { allowed: 0, refused: 0, last_ms: 0 };
  uses.set(name, {
    allowed: before.allowed + use.allowed,
    refused: before.refused + use.refused,
    last_ms: Math.max(before.last_ms, use.last_ms),
  });
}

/**
 * Merges the origin with the fewest calls into the others, the oldest of equals, when no room is left. The first
 * callers are kept: neither what was there before a flood nor what calls repeatedly during it is lost.
 */
function makeRoom(uses: Map<string, OriginUse>, is_let_in: boolean): void {
  const alike = [...uses].filter(([name, { allowed }]) =>
    name !== OTHER && allowed > 0 === is_let_in
  );
  if (alike.length < MAX_ORIGINS) return;
  const calls = ({ allowed, refused }: OriginUse) => allowed + refused;
  const [name, use] = alike.slice(STEADY)
    .reduce((least, one) => calls(one[1]) < calls(least[1]) ? one : least);
  uses.delete(name);
  addUse(uses, OTHER, use);
}
